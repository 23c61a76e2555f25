"""How pages that keep the reader out speak: one pattern a line, folded when they are read (see `pagekind_words`).

<thing> and <شيء> stand for what such a page calls the article it does not show; a space also for the break that a link
in the sentence makes. The last lines of a table are other languages.
"""

from crawler.kinds.page_kinds import PageKind, Table

WALLS = {
    PageKind.CHALLENGE: Table(
        r"""just a moment
        one moment(?: please)?$
        attention required
        \bcaptcha\b
        security (?:check|verification)
        checking your browser
        (?:human|bot|robot|security) verification
        ^verification required$
        (?:robot|bot|human) check
        pardon our interruption
        are you (?:a )?human
        (?:unusual|suspicious) (?:traffic|activity)
        لحظة من فضلك
        (?:التحقق|تحقق|الفحص|فحص) (?:من )?(?:ال)?(?:أمني|أمان|بشري)
        رمز التحقق
        لست روبوت
        ein(?:en)? moment|un instant|un momento|bir dakika
        لحظاتی""",
        """verify verifying verification required attention moment one just checking check your browser are you human
        robot bot person captcha security secure confirm prove before accessing access proceed proceeding connection
        complete completing pardon interruption unusual suspicious traffic activity detected
        التحقق تحقق الأمني الأمنية أمان أمن الأمان لحظة لحظات انتظر الانتظار أثبت أنك أنت لست روبوت روبوتا إنسان بشري جار جاري
        المتصفح متصفحك فحص الفحص اختبار أكمل إكمال للمتابعة المتابعة""",
        sentences=r"""verify (?:that )?you(?:re| are) (?:a |an )?(?:human|not a (?:ro)?bot|real)
        (?:are you|youre|you are) (?:not )?a (?:ro)?bot\b
        (?:confirm|prove|make sure|know|ensure|verifying) (?:that )?(?:you(?:re| are)) (?:a |an |not a )?(?:human|person|real|(?:ro)?bot)
        checking (?:your browser|if the site connection)
        needs to review the security of your connection
        (?:make|making|be|verify|verifying|check|checking) (?:sure |that |if |whether )*your connection is (?:secure|safe)
        (?:نتحقق|التحقق|نتأكد|التأكد) من (?:أمان|سلامة|أمن) (?:ال)?اتصال
        complete (?:the|this|a) (?:security check|captcha|challenge|puzzle)
        (?:unusual|suspicious|automated) (?:traffic|activity|requests) (?:from|coming from|on) your
        enable javascript and cookies to continue
        enable js and disable any ad blocker
        press (?:and|&) hold to confirm
        made us think (?:that )?you (?:might|may|could|were|are) (?:be )?a (?:ro)?bot
        (?:slide|drag) the (?:slider|puzzle|piece|arrow|bar)\b.{0,30}\bto\b
        set up .{0,30}\bto protect (?:the|this|its) (?:server|website|site)\b
        (?:type|enter) the (?:characters|letters|text) (?:that )?you see
        (?:تحقق|نتحقق|للتحقق|نتأكد|لنتأكد|التأكد|التحقق|تأكد|أثبت|تثبت|إثبات) من أنك (?:إنسان|بشر|لست|شخص)
        (?:أثبت|تثبت|إثبات|تأكيد|أكد|يثبت|نتأكد) (?:لنا )?أنك (?:إنسان|بشر|لست|شخص)
        مراجعة أمان اتصالك
        (?:نتحقق|التحقق|بالتحقق) من (?:متصفح|اتصال|هويت|جهاز)ك
        (?:اكتب|أدخل|ادخل) (?:الأحرف|الحروف|الرموز|الأرقام|الرمز) (?:التي|الظاهرة?|الذي|الموجودة?)
        (?:اكتشفنا|رصدنا|لاحظنا) نشاطا (?:غير|مشبوها|مريبا)
        (?:نظن|نعتقد|نشك في|نشتبه في) أنك (?:\S+ )?(?:برنامج|روبوت|آلي|بوت)
        (?:اسحب|حرك|مرر) (?:ال)?(?:شريط|قطعة|سهم|مؤشر|منزلق)
        (?:أكمل|إكمال|استكمال|اجتياز|حل) (?:اختبار |رمز |عملية )?(?:التحقق|الكابتشا|الأمان)
        (?:نشاط|حركة|طلبات|حركة مرور)\S* (?:مريبة?|غير (?:معتادة?|عادية?|اعتيادية?)|آلية|تلقائية) .{0,20}(?:من|عن|على) (?:شبكت|جهاز|عنوان|اتصال)ك
        (?:تفعيل|تمكين) (?:javascript|جافا ?سكريبت) وملفات تعريف الارتباط للمتابعة
        verifier que vous etes (?:un )?humain|bestatigen sie, dass sie ein mensch|verificar que (?:eres|usted es) humano|insan oldugunuzu dogrula""",
    ),
    PageKind.BLOCKED: Table(
        r"""access (?:to this page |to the page |to this site )?(?:has been |is |was )?(?:denied|blocked|forbidden|restricted)
        ^\W*(?:error )?403\b
        ^\W*(?:error )?401\b
        ^\W*(?:forbidden|unauthori[sz]ed|authori[sz]ation required)\W*$
        request (?:blocked|rejected|unsuccessful)
        you have been blocked
        (?:تم |جرى )(?:حظر|رفض|منع|حجب) (?:الوصول|الدخول|طلبك|ال)
        (?:ال)?وصول (?:مرفوض|محظور|ممنوع|مقيد)
        (?:رفض|منع) (?:الوصول|الطلب)
        ممنوع (?:الدخول|الوصول)
        ad ?block(?:er)?s? detected
        (?:تم|جرى) حظرك
        (?:تم |جرى )?حجب (?:هذا |هذه )?ال(?:موقع|صفحة)
        (?:ال)?(?:موقع|صفحة) (?:محجوبة?|محظورة?)
        ^\W*محظور\W*$
        acces (?:refuse|interdit)|zugriff verweigert|acceso denegado|erisim engellendi
        دسترسی غیر مجاز""",
        """401 403 forbidden unauthorized unauthorised authorization authorisation required access denied blocked block restricted request rejected unsuccessful permission you
        وصول الوصول الدخول مرفوض محظور ممنوع مقيد حظر حظرك رفض منع حجب طلبك طلب لقد هذه محجوب محجوبة محظورة""",
        sentences=r"""access to this (?:page|site|website|resource) (?:has been|is|was) (?:denied|blocked|forbidden)
        you (?:have been|are|were) blocked
        you (?:dont|do not) have permission to (?:access|view|open) (?:this|the|/|http)
        (?:request unsuccessful|incapsula incident)
        (?:website|web application) firewall
        could not verify that you are authori[sz]ed
        (?:whitelist|allowlist|unblock) your ip\b
        your (?:request|ip|ip address|connection|access) (?:has been|was|is) (?:blocked|rejected|denied)
        using automation tools to browse
        security service to protect itself from online attacks
        why (?:have|was|were) i (?:been )?blocked
        your (?:support|incident|request|block) id is\b
        (?:web)?site (?:that )?you(?:re| are| were|ve| have)? (?:trying|attempting|attempted|tried) to (?:visit|access|open|reach|view)
        تم حظرك
        (?:تم|جرى) حجب (?:هذا |هذه )?ال(?:موقع|صفحة)\b.{0,40}(?:لأنه|لمخالفت|بسبب|وفق|بموجب)
        موقع الذي (?:تحاول|تود|تريد) (?:زيارت|الوصول|فتح|تصفح|دخول|الدخول)
        (?:رصد|اكتشف|أوقف|منع) جدار (?:ال)?حماية
        (?:اذكر|أرفق|أرسل|زودنا ب|مع ذكر) (?:ال)?رقم (?:المرجعي|الطلب|الحادثة|الحظر)
        (?:تم|جرى) (?:حظر|رفض|منع|حجب) (?:طلبك|وصولك|دخولك|عنوانك|عنوان ip|اتصالك)
        رفض (?:ال)?طلبك? لأسباب
        لا تملك (?:ال)?(?:صلاحي|إذن|تصريح)\S*
        (?:disable|turn off|pause|deactivate|switch off) your ad ?-?block
        (?:إيقاف|تعطيل|أوقف|عطل) (?:مانع|حاجب|أداة حجب|برنامج حجب) (?:ال)?إعلانات
        لا (?:يمكنك|تستطيع) الوصول إلى (?:هذا الموقع|هذه الصفحة|\S+\.\S+)
        (?:ليس|ليست) (?:لديك|لك) (?:إذن|صلاحية|تصريح|صلاحيات)\S* (?:ل|ب)?(?:لوصول|الوصول|دخول|الدخول|فتح|عرض)
        خدمة (?:أمنية|أمان|حماية) لحماية نفسه""",
    ),
    PageKind.RATE_LIMIT: Table(
        r"""too many requests
        ^\W*(?:error )?429\b
        slow down
        rate limit
        going a bit too fast
        طلبات كثيرة جدا
        (?:عدد )?(?:كبير|كثير) (?:جدا )?من الطلبات
        تجاوز(?:ت)? (?:ال)?(?:حد|عدد)
        trop de requetes|zu viele anfragen|demasiadas solicitudes|cok fazla istek""",
        """429 too many requests request slow down going fast bit little rate limit limited exceeded reached
        طلبات الطلبات كثيرة كبير كثير عدد جدا الحد تجاوزت تجاوز المسموح""",
        sentences=r"""you (?:have |are )?(?:sent|made|making|sending) too many requests
        too many requests (?:from (?:you|your|this)\b|in (?:a|too) (?:short|given|brief))
        (?:you have|youve|has been) (?:been )?rate limited
        (?:عدد|كم)\S* (?:كبير|هائل|كثير)\S* من الطلبات (?:من|خلال|في|الواردة)
        (?:تجاوزت|أرسلت|أجريت) (?:الحد|العدد|عدد|طلبات|الكثير من الطلبات)""",
    ),
    PageKind.GEO_BLOCK: Table(
        r"""(?:not |un)available in your (?:region|country|location|area|territory)
        ^\W*(?:error )?451\b
        unavailable (?:for legal reasons|due to legal reasons)
        غير (?:متاح|متوفر|متاحة|متوفرة) (?:في|ب)\s?(?:بلد|منطق|دولت)""",
        """451 not available unavailable region country location area territory current currently legal reasons due
        غير متاح متوفر متاحة متوفرة حاليا بلدك منطقتك دولتك بلدكم منطقتكم الجغرافية""",
        sentences=r"""(?:not (?:currently )?|un)available in (?:your|most|some) (?:current )?(?:region|country|countries|european|location|area|territory)
        (?:attempting|trying) to (?:reach|access) (?:it|this website|this site) from a country
        unavailable (?:for|due to) legal reasons
        (?:you(?:re| are) using|(?:turn|switch) off (?:your|the)|disable (?:your|the)) (?:a |an )?(?:vpn|proxy)\b
        (?:أوقف|عطل|إيقاف|تعطيل|تستخدم) .{0,20}\bvpn\b
        (?:cannot|can not|cant|unable to) (?:show|display|offer|provide)\b.{0,60}\b(?:in|to visitors from) your (?:region|country|location)
        \b(?:country|region|location|territory|area) (?:that |which |from which )?you(?:re| are) (?:now )?(?:reading|browsing|visiting|connecting|in\b)
        (?:في|من) (?:البلد|الدولة|المنطقة) (?:الذي|التي) (?:تتصفح|تتصل|تزور|توجد|تقيم)
        (?:محجوبة?|محظورة?) في (?:بلدك|بلدكم|منطقتك|منطقتكم|دولتك)
        غير (?:متاح|متوفر|متاحة|متوفرة) (?:حاليا )?(?:في )?(?:بلدك|بلدكم|منطقتك|منطقتكم|دولتك|دولتكم)
        (?:لا يمكن|لا نستطيع|تعذر|يتعذر) .{0,40}(?:في|من) (?:بلدك|بلدكم|منطقتك|منطقتكم|دولتك)""",
    ),
    PageKind.CONSENT: Table(
        r"""we (?:value|care about|respect) your privacy
        your privacy (?:choices|matters|is important|preferences|settings)
        your privacy,? your choice
        (?:cookie|consent|privacy) (?:settings|preferences|consent|notice|choices|wall|manager)
        (?:we use|about|accept|manage) cookies
        نهتم بخصوصيتك
        (?:خصوصيتك|خصوصيتكم) (?:تهمنا|مهمة)
        (?:إعدادات|تفضيلات) (?:ملفات|الخصوصية|الكوكيز|الموافقة)
        نحترم (?:خصوصيتك|خصوصيتكم)""",
        """we value care about respect your privacy choices matters important preferences settings cookie cookies consent
        notice wall manager manage accept use
        نحن نهتم بخصوصيتك خصوصيتك خصوصيتكم تهمنا مهمة نحترم إعدادات تفضيلات ملفات تعريف الارتباط الخصوصية الكوكيز الموافقة""",
        openings=r"""^before you continue
        ^قبل (?:المتابعة|أن تتابع|أن تكمل)(?: إلى)?
        ^avant de continuer|^bevor sie|^antes de continuar""",
        sentences=r"""\bwe (?:and our (?:\S+ )?partners|use cookies|store and|would like to use)
        our (?:\S+ )?partners (?:store|use|may|process|access|and we)
        (?:process|processing of|use of) (?:your )?personal data
        (?:store|access) (?:and/or access )?information on (?:a|your) device
        (?:withdraw|give|refuse to|click to) (?:your )?consent
        (?:accept|reject|refuse) all\b
        your (?:privacy )?(?:choices|preferences) (?:will|at any time|for)
        (?:subscription|read|reading) without (?:advertising|tracking|ads)
        نحن وشركا(?:ؤنا|ئنا)
        (?:this|our) (?:web)?site uses cookies
        (?:يستخدم هذا الموقع|هذا الموقع يستخدم|يستخدم موقعنا) (?:ملفات|الكوكيز|كوكيز)
        نستخدم (?:نحن )?(?:ملفات تعريف الارتباط|الكوكيز)
        (?:معالجة|معالجة بعض) (?:ال)?بيانات(?:ك)? (?:ال)?شخصية
        (?:سحب|رفض) (?:ال)?موافقت?[كه]\S* (?:قبل|في أي|أو)|^\W*بموافقتك،? |(?:رفض|قبول) الكل
        (?:تغيير|ضبط|إدارة) تفضيلات(?:ك|كم) (?:قبل|أو|في أي)
        (?:لنا|لنا نحن) ولشركائنا""",
    ),
    PageKind.AGE: Table(
        r"""(?:confirm|verify) your age
        age (?:verification|check|gate|restricted|confirmation)
        are you (?:over |at least )?(?:1[68]|21)
        (?:تأكيد|تحقق من|التحقق من) (?:ال)?(?:عمر|سن)
        محتوى (?:لل|ل)?(?:كبار|بالغين)(?: فقط)?
        هل (?:عمرك|تجاوزت|بلغت)
        altersprufung|verification de l.?age""",
        """confirm verify your age verification check gate restricted confirmation over least older years old 16 18 21 above
        تأكيد تحقق التحقق العمر السن عمرك سنك تجاوزت بلغت 18 16 21 عاما سنة أكثر فوق الثامنة عشرة تنبيه تحذير للكبار للبالغين فقط""",
        sentences=r"""you must be (?:\d+|of legal|over|at least)\b.{0,30}\b(?:age|years|old|older|over|to (?:enter|view|see|continue))
        (?:enter|confirm|verify) your (?:date of birth|age)
        (?:restricted to|only for|intended for) (?:adults|persons over|people over|visitors over)
        (?:تأكيد|أكد|تحديد|أدخل) (?:عمرك|سنك|تاريخ ميلادك)
        أنك (?:قد )?(?:أتممت|بلغت|تجاوزت|أكملت|فوق) (?:سن )?(?:ال)?(?:ثامنة عشرة?|حادية والعشرين|1[68]|21)
        (?:لا تناسب|غير مناسبة?|لا يناسب) من هم دون
        (?:هذا|هذه) (?:\S+ )?(?:مخصصة?|موجهة?) (?:فقط )?للبالغين
        يجب أن (?:يكون عمرك|تكون قد بلغت|تكون فوق)""",
    ),
    PageKind.SCRIPT: Table(
        r"""(?:enable|requires|needs|activate) javascript
        javascript (?:is )?(?:required|disabled)
        (?:unsupported|outdated|old) browser
        (?:javascript|جافا ?سكريبت) (?:غير مفعل|معطل)
        متصفحك? (?:غير مدعوم|قديم)
        (?:تفعيل|تمكين|يتطلب) (?:جافا|الجافا)""",
        """enable requires needs activate javascript required disabled browser تفعيل تمكين يتطلب جافا سكريبت""",
        sentences=r"""(?:enable|activate|turn on|allow|requires?|needs?|without) (?:java ?scripts?|js)\b
        (?:your|this) browser is (?:not supported|no longer supported|out of date|outdated|unsupported)
        متصفحك (?:غير مدعوم|قديم|لا يدعم)|(?:تحديث|حدث) متصفحك
        java ?script (?:is|must be|to be|needs to be|seems to be) (?:enabled|disabled|required|turned|switched|activated)
        (?:تفعيل|تمكين|تشغيل|يتطلب|من دون|بدون) (?:ال)?(?:جافا ?سكريبت|جافاسكربت|جافا سكربت|javascript)""",
    ),
}
