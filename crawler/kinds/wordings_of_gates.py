"""How pages that ask to register or to pay speak: one pattern a line, folded when they are read (see `pagekind_words`).

<thing> and <شيء> stand for what such a page calls the article it does not show; a space also for the break that a link
in the sentence makes. The last lines of a table are other languages.
"""

from crawler.kinds.page_kinds import PageKind, Table

GATES = {
    PageKind.LOGIN: Table(
        r"""(?:log|sign) ?(?:in|on)
        log ?in\b
        (?:create|register|open) (?:an? |your )?(?:free )?account
        ^\W*(?:register|registration|members only|my account)\W*$
        registration required
        members only
        (?:subscriber|member|user) (?:log|sign) ?in
        دخول (?:المشتركين|الأعضاء|المستخدمين)
        (?:تسجيل|سجل|سجلوا|يجب تسجيل) (?:ال)?(?:دخول|دخولك)
        (?:إنشاء|أنشئ|افتح) (?:حساب|حسابا)
        ^\W*(?:تسجيل|التسجيل|تسجيل جديد|للأعضاء فقط|رسالة الموقع)\W*$
        connexion requise|se connecter|anmelden|iniciar sesion|giris yap""",
        """log login logon sign signin in on into create register registered registration open account free members member
        only my required account user users keep reading read continue access view password email
        تسجيل سجل سجلوا الدخول دخول دخولك حساب حسابا حسابك جديد إنشاء أنشئ افتح مجانا مجاني للمتابعة لمتابعة المتابعة القراءة
        لمواصلة للأعضاء فقط الأعضاء عضو التسجيل رسالة يجب كلمة المرور""",
        sentences=r"""(?:must|need to|have to|please|required to) (?:first )?(?:be )?(?:log(?:ged)?|sign(?:ed)?) ?-?in (?:to|in order to|first to|before you can) (?:your account to )?(?:read|view|see|access|continue|proceed|open|go on)
        (?<!to )(?:log|sign) ?in (?:or \w+ )?(?:an account )?to (?:continue|keep|read|view|access|unlock)(?: (?:reading|this|the|your)|\W|$)
        (?<!to )(?:register|sign up|create (?:an?|your) (?:free )?account)\b.{0,25}\bto (?:continue|keep|read|unlock|view|finish|see)(?: (?:reading|this|the|on)|\W|$)
        (?:log|sign) ?in to your account to
        (?<!to )enter your e-?mail(?: address)? to (?:continue|keep|read|unlock|view|finish)
        registered (?:users|readers|members) only|for (?:registered )?members only
        (?:log|sign) ?in with your (?:\w+ )?(?:account|e-?mail|username|password)
        (?:available|visible|accessible) (?:only )?to (?:registered|logged)
        (?:يجب|يرجى|الرجاء|يتوجب|عليك|يلزم)(?: عليك)? تسجيل الدخول (?:أولا )?(?:ل|من أجل|حتى|كي|أو)(?!\S*(?:تعليق|إضافة))\S*
        (?:سجل|سجلوا|قم بتسجيل) (?:ال)?دخول\S* (?:أولا )?(?:للمتابعة|لمتابعة|لقراءة|لمواصلة|لعرض|لمشاهدة|لتتمكن)
        (?:أنشئ|إنشاء|افتح|سجل) (?:حساب\S* )?(?:مجاني\S* |جديد\S* |مجانا )*(?:لمواصلة|لمتابعة|لقراءة|للمتابعة) ?(?:ال)?(?:قراءة|مقال)?
        (?<!to )(?:enter|type) (?:your|the) (?:\S+ ){1,8}?password\b
        become a member to (?:read|continue|keep)
        this <thing> (?:is free,? but )?(?:requires|needs) (?:you to have )?(?:a |an )?(?:free )?(?:account|registration|log ?in)\b
        all (?:we|you) need is (?:your|an) (?:e-?mail|account)
        (?:هذا|هذه) (?:ال)?<شيء>\b.{0,25}\b(?:يتطلب|تتطلب|يحتاج إلى|تحتاج إلى) (?:حسابا?|تسجيلا?|التسجيل|إنشاء)
        (?:^\W*|(?:يرجى|الرجاء|برجاء|رجاء|عليك|يجب) )(?:أدخل|ادخل|أدخلوا|إدخال) .{0,40}كلمة (?:المرور|السر)
        (?<!to )(?:leave|give|enter|type|share)\b.{0,10}\byour e-?mail\b.{0,40}\b(?:opens?|unlocks?|rest of)\b
        (?:اترك|أدخل|اكتب|أعطنا|شاركنا)\b.{0,8}\bبريدك\b.{0,40}(?:فتفتح|لتفتح|تفتح|ينفتح|لفتح|بقية)
        enter your (?:e-?mail|phone|mobile)\b.{0,30}\b(?:well|we will|to) (?:send|text|get|receive)\b.{0,20}\b(?:code|link)\b
        (?:أدخل|ادخل|اكتب) (?:بريدك|هاتفك|رقم هاتفك)\b.{0,25}(?:لنرسل|سنرسل|نرسل|لإرسال)
        أنت غير مسجل
        ليست? (?:لديك|لك) (?:ال)?صلاحية لمشاهدة
        (?:^\W*|(?:هذا|هذه|ال<شيء>) (?:\S+ )?)(?:متاحة?|مخصصة?) (?:فقط )?للأعضاء""",
    ),
    PageKind.PAYWALL: Table(
        r"""subscri(?:be|ption|bers?)
        (?:last|final|remaining) free article
        premium (?:content|article)
        (?:continue|keep) reading (?:with|for)\b
        للمشتركين
        اشترك|الاشتراك""",
        """subscribe subscription subscriber subscribers only exclusive premium to read reading continue last final free
        month your limit reached unlock full access with trial digital
        content this is محتوى المحتوى خاص خاصة بالمشتركين مدفوع مميز أكمل تابع باشتراك للمشتركين فقط اشترك الاشتراك لمتابعة القراءة لقراءة لمواصلة حصري مميز كاملا المجانية مجاني آخر""",
        sentences=r"""subscribe\b.{0,30}\bto (?:continue|keep|read|finish|unlock|get full|access)(?: (?:reading|this|the|on|our)|\W|$)
        (?:to|in order to) (?:continue|keep) (?:on )?reading\b.{0,40}(?:subscri|register|log|sign|choose|become|join|start)
        to read (?:the (?:full|whole|rest|entire|complete)|on,|more,|this <thing> in full|the rest of)\b
        to (?:open|see|view|unlock|finish|get|continue) the (?:rest|remainder) of (?:this|the|our) (?:\w+ )?(?:<thing>|investigation|interview|column|essay|analysis)\b
        \byou (?:can|may) (?:read on|(?:keep|go on|carry on|continue) reading)\b
        the rest of (?:this|the|our) <thing> (?:is (?:for|reserved)|belongs to|awaits|requires|needs)\b
        (?:end of|here ends|this is where) (?:the|your) free (?:part|preview|excerpt|sample|portion)\b|your free (?:preview|sample) (?:ends|has ended)
        \d+ ?(?:%|percent|per cent) of (?:this|the) <thing> (?:is left|remains|left|to go)
        this <thing> (?:requires|needs) (?:a |an )?(?:\w+ )?(?:subscription|membership)\b
        (?:read|used|reached|have) (?:your|the|all your|all of your) (?:last|final|limit|\w+ free|free|monthly)\b.{0,30}\b(?:articles?|stories|limit|month)
        you(?:ve| have) (?:read|used|viewed|reached|hit|enjoyed|exhausted|run out of) (?:\S+ ){1,5}free (?:articles|stories|views|reads)\b
        (?:<thing>|content) (?:is|are) (?:only |exclusively )?(?:available |reserved )?(?:only |exclusively )?(?:for|to) (?:our |paying |premium |registered )*(?:subscribers|members|(?:premium|paying|registered|digital) (?:readers|users))
        (?:subscribers|subscriber|members)[ -]only\W*$|(?:exclusive|only) (?:to|for) (?:our )?subscribers
        (?:this is a|read this) (?:premium|subscriber|plus|exclusive) (?:<thing>)
        already (?:a |have a )?subscri(?:ber|bed|ption)\? (?:log|sign) in to (?:read|continue|keep)
        unlock (?:this|the full) <thing>
        ^\W*want (?:to (?:read|see) )?the (?:full|whole|rest of the) <thing>
        become an? (?:\w+ )?(?:member|subscriber|supporter)\b.{0,30}(?:[€$£] ?\d|\d+ ?[€$£]|a (?:month|week|year))
        (?:باقي|بقية|تتمة|كامل) (?:ال)?(?:مقال|مقالة|خبر|تقرير|مادة|نص|قصة) (?:متاحة?|مخصصة?|حصرية?|متوفرة?) (?:فقط )?ل(?:لأعضاء|أعضاء|لمشتركين|مشتركي)
        (?:out of|no more|no) free (?:articles|stories)\b
        reached (?:your|the) (?:limit|maximum) of
        (?:خاصة?|متاحة?|مخصصة?|حصرية?|محجوزة?) (?:فقط )?(?:بالمشتركين|للمشتركين|(?:ب|ل)مشتركي)
        محتوى مدفوع\W*$
        (?:تبقى|بقي|يتبقى|بقيت) .{0,15}من (?:هذا|هذه) (?:ال)?<شيء> \S+
        (?:هذا|هذه) (?:ال)?<شيء>\b.{0,25}\b(?:يتطلب|تتطلب|يحتاج إلى|تحتاج إلى) (?:اشتراكا?|عضوية)
        (?:انضم|انضموا) إلى .{0,30}(?:لتصلك|لقراءة|لتقرأ|لتقرؤوا|كي تقرأ)
        (?:أكمل|أكملوا|تابع|تابعوا|واصل|استكمل) (?:ال)?قراءة\b.{0,15}اشتراك
        (?:بقي|تبقى|لم يتبق) لك \S+ (?:مقالات?|مواد)
        (?:للاطلاع على|لقراءة) (?:ال)?(?:مقال|مقالة|خبر|تقرير|مادة|محتوى)\b.{0,20}اشترك
        start (?:your|a) (?:free )?trial to (?:read|continue|keep|unlock)
        (?:ابدأ|ابدؤوا|جرب|فعل) .{0,12}(?:تجرب|فتر)\S* (?:ال)?مجاني\S* (?:لقراءة|لتقرأ|لمتابعة|لمواصلة|لإكمال)
        (?:يمكنك|بإمكانك|تستطيع) (?:أن )?(?:تواصل|تتابع|تكمل|مواصلة|متابعة|إكمال) (?:ال)?قراءة
        reserved for (?:our )?(?:subscribers|members)
        (?:article|story) limit\b
        (?:لمتابعة|لمواصلة|لاستكمال|لإكمال|للاستمرار في) (?:ال)?قراءة\b.{0,30}(?:اشترك|الاشتراك|اختر|انضم)
        (?:اشترك|اشتركوا|الاشتراك|انضم) .{0,25}(?:لمتابعة|لمواصلة|لاستكمال|لقراءة|لإكمال) ?(?:ال)?(?:قراءة|مقال|بقية|باقي|كامل)?
        لقراءة (?:بقية|باقي|كامل|تتمة) (?:ال)?(?:مقال|مقالة|خبر|تقرير|مادة|نص)
        لقراءة (?:ال)?(?:مقال|مقالة|خبر|تقرير|مادة|نص) (?:كاملا?|كاملة|بالكامل)
        (?:قرأت|استنفدت|استهلكت|بلغت|وصلت إلى|استخدمت) (?:آخر|جميع|كل|الحد|عدد|رصيدك)\b.{0,25}(?:مجاني|المجانية|المسموح|الشهر)
        (?:هذا|هذه) (?:ال)?<شيء> (?:متاحة? |مخصصة? |حصرية? )?(?:فقط )?(?:حصريا )?للمشتركين
        (?:حصريا?|فقط|محتوى) للمشتركين|للمشتركين فقط
        reserve aux abonnes|il vous reste \d+\W*% de cet article|jetzt weiterlesen|abonnieren sie, um|exclusivo para suscriptores|sadece aboneler""",
    ),
}
