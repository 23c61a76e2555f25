"""A short story in both languages, and others that stand beside it, for tests of what is around a text."""

URL = "https://harbour.example/2026/11/20/ferry"
HEADLINES = {"en": "Ferry takes on water off the coast", "ar": "المياه تغمر عبّارة قبالة الساحل"}
TEXTS = {
    "en": [
        "The ferry had left the harbour a little after six when the wind turned and the deck went under water.",
        "The coast guard said that all 112 passengers had been brought ashore by midnight, eleven of them injured.",
    ],
    "ar": [
        "غادرت العبّارة المرفأ بعد السادسة بقليل حين تبدّلت الريح، وخلال دقائق غمرت المياه سطحها.",
        "وأعلن خفر السواحل أنّ الركاب وعددهم 112 نُقلوا إلى الشاطئ قبل منتصف الليل وبينهم أحد عشر جريحاً.",
    ],
}
OTHERS = {
    "en": [
        ("Bread prices rise again in the capital", "Bakers say that flour now costs twice what it cost in spring."),
        ("Schools reopen after the storm", "Pupils in eleven districts returned to their classrooms on Monday."),
        ("A museum for the old railway", "The last steam engine of the line has been restored by volunteers."),
        ("Doctors end their strike", "Hospitals return to normal work on Sunday after the ministry gave in."),
    ],
    "ar": [
        ("أسعار الخبز ترتفع مجدداً في العاصمة", "يقول أصحاب الأفران إنّ كلفة الطحين تضاعفت منذ الربيع الماضي."),
        ("المدارس تفتح أبوابها بعد العاصفة", "عاد تلاميذ أحد عشر قضاءً إلى صفوفهم يوم الاثنين بعد أسبوع."),
        ("متحف لسكة الحديد القديمة", "رمّم متطوعون آخر قاطرة بخارية على الخط وستُعرض للجمهور قريباً."),
        ("الأطباء ينهون إضرابهم", "تعود المستشفيات إلى العمل كالمعتاد يوم الأحد بعد اتفاق مع الوزارة."),
    ],
}
