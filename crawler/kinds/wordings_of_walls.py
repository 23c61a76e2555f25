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
        complete (?:the|this|a) (?:security check|captcha|challenge|puzzle)
        (?:unusual|suspicious|automated) (?:traffic|activity|requests) (?:from|coming from|on) your
        enable javascript and cookies to continue
        enable js and disable any ad blocker
        press (?:and|&) hold to confirm
        made us think (?:that )?you (?:might|may|could) be a (?:ro)?bot
        (?:type|enter) the (?:characters|letters|text) (?:that )?you see
        (?:تحقق|نتحقق|للتحقق|نتأكد|لنتأكد|التأكد|التحقق|تأكد|أثبت|تثبت|إثبات) من أنك (?:إنسان|بشر|لست|شخص)
        (?:أثبت|تثبت|إثبات|تأكيد|أكد|يثبت|نتأكد) (?:لنا )?أنك (?:إنسان|بشر|لست|شخص)
        مراجعة أمان اتصالك
        (?:نتحقق|التحقق|بالتحقق) من (?:متصفح|اتصال|هويت|جهاز)ك
        (?:اكتب|أدخل|ادخل) (?:الأحرف|الحروف|الرموز|الأرقام|الرمز) (?:التي|الظاهرة?|الذي|الموجودة?)
        (?:اكتشفنا|رصدنا|لاحظنا) نشاطا (?:غير|مشبوها|مريبا)
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
        ^\W*محظور\W*$
        acces (?:refuse|interdit)|zugriff verweigert|acceso denegado|erisim engellendi
        دسترسی غیر مجاز""",
        """401 403 forbidden unauthorized unauthorised authorization authorisation required access denied blocked block restricted request rejected unsuccessful permission you
        وصول الوصول الدخول مرفوض محظور ممنوع مقيد حظر حظرك رفض منع حجب طلبك طلب لقد""",
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
        تم حظرك
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
        هل (?:عمرك|تجاوزت|بلغت)
        altersprufung|verification de l.?age""",
        """confirm verify your age verification check gate restricted confirmation over least older years old 16 18 21 above
        تأكيد تحقق التحقق العمر السن عمرك سنك تجاوزت بلغت 18 16 21 عاما سنة أكثر فوق الثامنة عشرة""",
        sentences=r"""you must be (?:\d+|of legal|over|at least)\b.{0,30}\b(?:age|years|old|older|over|to (?:enter|view|see|continue))
        (?:enter|confirm|verify) your (?:date of birth|age)
        (?:restricted to|only for|intended for) (?:adults|persons over|people over|visitors over)
        (?:تأكيد|أكد|تحديد|أدخل) (?:عمرك|سنك|تاريخ ميلادك)
        (?:لا تناسب|غير مناسبة?|لا يناسب) من هم دون
        (?:هذا|هذه) (?:\S+ )?(?:مخصصة?|موجهة?) (?:فقط )?للبالغين
        يجب أن (?:يكون عمرك|تكون قد بلغت|تكون فوق)""",
    ),
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
        (?:^\W*|(?:يرجى|الرجاء|برجاء|رجاء|عليك|يجب) )(?:أدخل|ادخل|أدخلوا|إدخال) .{0,40}كلمة (?:المرور|السر)
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
        (?:أكمل|أكملوا|تابع|تابعوا|واصل|استكمل) (?:ال)?قراءة\b.{0,15}اشتراك
        (?:بقي|تبقى|لم يتبق) لك \S+ (?:مقالات?|مواد)
        (?:للاطلاع على|لقراءة) (?:ال)?(?:مقال|مقالة|خبر|تقرير|مادة|محتوى)\b.{0,20}اشترك
        start (?:your|a) (?:free )?trial to (?:read|continue|keep|unlock)
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
