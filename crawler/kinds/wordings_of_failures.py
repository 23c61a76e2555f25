"""How pages that have nothing to show, and lists speak: one pattern a line, folded when they are read (see `pagekind_words`).

<thing> and <شيء> stand for what such a page calls the article it does not show; a space also for the break that a link
in the sentence makes. The last lines of a table are other languages.
"""

from crawler.kinds.page_kinds import PageKind, Table

FAILURES = {
    PageKind.MAINTENANCE: Table(
        r"""(?:well|we will|ill|will|we shall) be (?:right )?back
        back (?:soon|shortly)$
        (?:under|down for|undergoing|scheduled|site|website|system) (?:scheduled |planned |routine )?maintenance
        maintenance mode
        ^\W*(?:error )?503\b
        ^\W*maintenance\W*$
        temporarily (?:unavailable|offline|down)
        service unavailable
        under construction
        coming soon
        ^\W*قريبا\W*$
        (?:الموقع|موقعنا) (?:مغلق|متوقف|معطل)
        (?:تحت|قيد) (?:أعمال )?(?:الصيانة|التحديث|التطوير|الإنشاء)
        (?:وضع|أعمال) الصيانة
        ^\W*(?:صيانة|مغلق للصيانة|الموقع في صيانة)\W*$
        (?:نعود|سنعود|عائدون|نعود إليكم|سنعود إليكم) قريبا
        قريبا نعود
        en maintenance|wartungsarbeiten|wartungsmodus|en mantenimiento|bak[ıi]m cal[ıi]smas[ıi]
        در حال تعمیر""",
        """maintenance under down scheduled planned routine mode be back soon shortly right service unavailable
        temporarily offline brief currently 503 well construction coming
        صيانة الصيانة تحت قيد حاليا مؤقتا مغلق للصيانة أعمال نعود سنعود قريبا التحديث التطوير الإنشاء إليكم عائدون""",
        sentences=r"""(?:site|website|service|portal|server)s? (?:is|are) (?:currently |temporarily |now )?(?:down|offline|closed|undergoing|under|in|unavailable)\b.{0,30}\b(?:maintenance|upgrade|update|moment)
        (?:site|website|portal|service|server|page|we|were)\b.{0,40}\b(?:down|closed|offline) for (?:scheduled |planned |routine |essential |some )*maintenance
        (?:performing|carrying out|doing) (?:some )?(?:scheduled |planned |routine |essential )*maintenance
        (?:الموقع|موقعنا|الخدمة|البوابة) (?:حاليا |الآن )?(?:تحت|قيد|مغلق\S*|متوقف\S*|في) (?:حاليا |مؤقتا |أعمال )?(?:ل|ال|بسبب )?(?:لصيانة|صيانة|الصيانة|أعمال الصيانة|التحديث|التطوير)
        our new (?:web)?site (?:is (?:under|coming|on its)|will (?:be|open|launch))
        (?:نقوم|نعمل|نجري) (?:حاليا )?(?:ب|على )?(?:أعمال|إجراء) (?:ال)?صيانة
        (?:إطلاق|تدشين|افتتاح) (?:موقعنا|الموقع) الجديد
        (?:نقوم|نعمل|نجري)\b.{0,30}(?:صيانة|تحديث|تطوير|نقل) (?:ال)?موقع""",
    ),
    PageKind.ERROR: Table(
        r"""(?:internal )?server error
        ^\W*(?:error )?5(?:0[0-4]|0[89]|2[0-7])\b
        bandwidth limit exceeded
        (?:runtime|application|database|fatal|critical|unexpected|mysql|sql|php) error
        ^\W*error\W*$
        something (?:went|has gone) wrong
        an (?:unexpected )?error (?:has )?occurred
        (?:bad gateway|gateway time ?-?out)
        technical (?:difficulties|problem|issue|error)
        database connection
        (?:حدث|حصل|وقع)\S* خط[أا]
        خطأ (?:داخلي|تقني|فني|غير متوقع|في الخادم|في السيرفر|في قاعدة|في الاتصال|في النظام|500)
        خلل (?:فني|تقني)
        erreur (?:interne|serveur)|interner (?:serverfehler|fehler)|error interno|sunucu hatas[ıi]
        خطای سرور""",
        """500 501 502 503 504 508 509 520 521 522 523 524 525 526 527 bandwidth limit exceeded resource internal server runtime application database fatal critical unexpected mysql sql php
        wrong went gone something occurred bad gateway timeout time out technical difficulties problem issue end side our
        connection establishing
        حدث حصل وقع خطأ داخلي تقني فني الخادم السيرفر قاعدة البيانات الاتصال النظام متوقع غير خلل ما إنشاء 500""",
        sentences=r"""error (?:has )?occurred (?:(?:while|when) (?:we |you |the server |your )?(?:were |was )?(?:process|load|try|handl|request|establish|display|render)|(?:on|in) (?:the|this|our) (?:server|page|application|site|website)|and your|during (?:the execution|processing))
        error establishing a database connection
        please try (?:it |this )?(?:again|once more)\b.{0,15}\b(?:minutes?|moments?|later|shortly|soon)\b
        (?:حاول|حاولوا|المحاولة) (?:مرة أخرى |مرة ثانية |مجددا |ثانية |من جديد )?(?:بعد (?:دقائق|قليل|لحظات)|لاحقا|في وقت لاحق)
        (?:could not|cannot|cant|couldnt|unable to|failed to) (?:connect to|select) (?:the |a )?(?:database|mysql|db)\b
        (?:experiencing|having|encountered) (?:some |an |a )?(?:technical|internal|unexpected) (?:difficulties|problems?|issues?|errors?)
        (?:technicians|technical team|developers|engineers|administrators?|webmaster)\b.{0,20}\b(?:have|has) been (?:notified|informed|alerted)
        there has been a critical error on (?:this|your) website
        (?:fatal|parse|catchable) error\b.{0,300}\.(?:php|inc)\b.{0,12} on line \d+
        you have an error in your sql syntax|microsoft ole db provider|traceback \(most recent call last\)|\b(?:java|javax|org)\.\S+exception\b
        a client-side exception has occurred
        (?:حدث|حصل|وقع) خط[أا] .{0,30}(?:أثناء|خلال|عند|في) (?:معالجة|تحميل|تنفيذ|عرض|الخادم|الاتصال)
        خطأ في (?:إنشاء )?(?:ال)?اتصال بقاعدة البيانات
        (?:تم|جرى) (?:إبلاغ|إخطار|إعلام) (?:فريق|الفريق|مسؤول|القسم|المهندس|الدعم)
        (?:نواجه|يواجه الموقع|هناك) (?:حاليا )?(?:مشكلة|صعوبات|خللا?|مشاكل) (?:فنية|تقنية|فنيا?|تقنيا?)""",
    ),
    PageKind.REMOVED: Table(
        r"""(?:has|have) been (?:removed|deleted|withdrawn|taken down|unpublished)
        ^\W*(?:error )?410\b
        no longer available
        ^\W*(?:error )?(?:410 )?gone\W*$
        (?:article|story|content|page|post) (?:removed|deleted|withdrawn|expired|unavailable|withheld|retracted|unpublished)
        انتهت (?:مدة|فترة|صلاحية) (?:عرض|نشر|إتاحة)
        (?:تم|جرى) (?:حذف|إزالة|سحب)
        لم (?:يعد|تعد) (?:متاح|متوفر|موجود)
        محذوف""",
        """removed deleted withdrawn withheld retracted taken down unpublished no longer available expired unavailable 410 gone
        حذف إزالة سحب محذوف محذوفة يعد تعد متاحا متاحة متوفرا متوفرة متاح متوفر جرى انتهت مدة فترة صلاحية عرض نشر إتاحة""",
        sentences=r"""^\W*(?:\w+ )?(?:this|the) (?:\w+ )?<thing> (?:has|have) been (?:removed|deleted|withdrawn|taken down|unpublished|retracted)
        ^\W*(?:\w+ )?this <thing> (?:is|are) (?:no longer|not) (?:available|online|accessible)
        ^\W*(?:\w+ )?this <thing> (?:has|have) (?:expired|been archived)
        ^\W*we (?:have |had to )?(?:taken?|removed?|withdrawn?|pulled|unpublished) this <thing>\b
        ^\W*(?:لقد |عفوا،? |عذرا،? )?(?:تم|جرى) (?:حذف|إزالة|سحب) (?:هذا|هذه) (?:ال)?<شيء>
        ^\W*(?:عفوا،? |عذرا،? )?(?:هذا|هذه) (?:ال)?<شيء> (?:لم (?:يعد|تعد) |غير |محذوف)\s?(?:متاح|متوفر|موجود|منشور)?
        ^\W*لم (?:يعد|تعد) (?:هذا|هذه) (?:ال)?<شيء> (?:متاح|متوفر|موجود)""",
    ),
    PageKind.MISSING: Table(
        r"""\b404\b
        not found
        (?:cant|cannot|can not|couldnt|could not|unable to|failed to|did not|didnt) (?:be )?(?:find|found|locate|located)
        (?:does not|doesnt|do not|dont|no longer|didnt|never) exists?
        (?:isnt|is not|not|no longer) (?:here|there|available|exist)
        nothing (?:was )?(?:found|here|to see)
        (?:missing|lost|broken|dead|invalid|wrong) (?:page|link|url|address)
        (?:page|link|story|article) (?:is )?(?:missing|unavailable|lost|gone|broken|moved)
        (?:has|have) (?:been )?(?:moved|removed|gone|wandered|disappeared|vanished|deleted)
        (?:غير|مش|مو) (?:موجود|متوفر|متاح|صحيح)\S*
        (?:ما|مش) (?:لقين|لاقين|لقي|لاقي|عثرن|وجدن)\S*
        (?:لم|لا) (?:يتم |نتمكن من |نستطيع |يمكن |يمكننا |نجد|نعثر|يوجد)
        (?:تعذر|يتعذر) (?:العثور|الوصول|إيجاد|فتح|عرض)
        (?:ضللنا|ضللت|أضعت|تهت|ضائع)
        لا (?:يوجد|توجد) (?:شيء|صفحة|محتوى)
        انتهت صلاحية
        لا وجود ل
        (?:صفحة|رابط) (?:مفقود|خاطئ|معطل|معطوب|محذوف)
        (?:dead end|wrong turn|(?:youre|you are|you seem to be|you look|weve|we have) lost)
        page (?:introuvable|non trouvee)|seite nicht gefunden|pagina no encontrada|pagina non trovata|sayfa bulunamad[ıi]
        صفحه (?:مورد نظر )?(?:یافت نشد|پیدا نشد)|nicht gefunden|introuvable|no encontrada|bulunamad[ıi]""",
        """404 410 not found find locate located look looking looked for requested request exist exists longer never nothing
        missing lost broken dead invalid wrong moved removed deleted gone wandered off vanished disappeared unavailable
        available unable failed didnt dont doesnt isnt arent wasnt ive yet seems like appears looks moment nowhere away see
        able where everywhere got awkward embarrassing server location trying reach reached track bulunamadı after want wanted exact that dead end wrong turn seem
        غير مش مو لقيناه لقيناها لاقيناه لاقيناها موجود موجودة متوفر متوفرة متاح متاحة صحيح صحيحة لم يتم نتمكن نستطيع يمكن يمكننا نجد نعثر العثور الوصول إيجاد
        تعذر يتعذر تبحث تبحثون عنها عنه المطلوبة المطلوب طلبتها طلبته مفقود مفقودة مفقود يوجد توجد شيء حذف حذفها
        حذفت نقل نقلت نقلها أزيلت إزالة يعد تعد معطل معطلة خاطئ يعمل تعمل يبدو أنك ضللنا ضللت الطريق تهت يعثر محذوف محذوفة هنا
        حاليا فتح عرض أي التى الذى وصلت حاولت""",
        sentences=r"""<thing> (?:that |which )?(?:you(?:re| are| were|ve| have)?) (?:are |were |been )?(?:looking for|requested|looking|trying to|tried to|after|seeking|asked for|searching for|followed|clicked|wanted)\b
        requested <thing> (?:was |could |can ?not |does |is |has |cant |couldnt |doesnt |isnt |wasnt )
        (?:cant|cannot|can not|couldnt|could not|unable to|not able to) (?:seem to )?(?:find|locate) (?:the|that|this|your|what) (?:<thing>|you)
        (?:this|that) <thing> (?:does not|doesnt|no longer|never) (?:exists?|available|appear)
        (?:this|that|the|your) <thing> .{0,30}\b(?:or|and) (?:has |have )?(?:never|no longer|does not|doesnt) exist
        (?:it (?:looks|seems) like|looks like|seems) nothing (?:was|is|has been) (?:found|here)
        <thing> (?:may|might|could|must) (?:be broken|have (?:been )?(?:moved|removed|deleted|renamed|expired|changed|wrong))
        there is nothing (?:here|at this address|to see)
        check (?:the|your) (?:url|web address|address|spelling|link)\b
        (?:you (?:can|may|could)|please|why not|you might want to) (?:try to )?(?:return|go back|head back|head|find your way back) to (?:our|the) (?:home ?page|front page)
        (?:تأكد|تحقق|التأكد|التحقق) من (?:صحة |كتابة )?(?:ال)?(?:رابط|عنوان)\b
        (?:عذرا|نأسف|نعتذر)،? لا (?:يوجد|توجد) (?:محتوى|صفحة|بيانات)
        <شيء> (?:التي|الذي) (?:كنت |كنتم |قمت )?(?:تبحث|تبحثون|(?:تحاول|تريد|تود|تحاولون|ترغب في) (?:الوصول|فتح|قراءت|عرض|تصفح|مشاهدت|زيارت)\S*|اتبعته?ا?|نقرت|ضغطت|أدخلته|طلبتها?|طلبته|بطلبها|وصلت (?:إليه|إليها|عبره|عبرها|منه|منها|من خلاله|من خلالها))\b
        <شيء> (?:المطلوبة?|المطلوب|المرغوبة?) (?:غير|لم|لا|محذوف)
        (?:لم|لا) (?:يتم|نتمكن|نستطيع|يمكن|يمكننا|نعثر|نجد|يعثر)\b.{0,25}(?:العثور|إيجاد|الوصول|على) .{0,12}(?:صفحة|مقال|خبر|محتوى|رابط|شيء|ما تبحث|عنوان)
        (?:نقل|حذف|أزيل)\S* أو (?:تم |جرى )?(?:نقل|حذف|إزال|أزيل|تغيير)\S*
        (?:انتهت صلاحية|منتهي الصلاحية) ?(?:هذا |هذه )?(?:ال)?(?:رابط|صفحة)?
        لا وجود لهذه الصفحة
        (?:تعذر|يتعذر) (?:علينا )?(?:العثور|إيجاد|الوصول|فتح) .{0,12}(?:الصفحة|المقال|الخبر|المحتوى|الرابط|الموضوع)
        (?:الرابط|العنوان) (?:قد |ربما |لربما )?(?:يكون )?(?:معطلا?|خاطئا?|غير صحيح|قديما?|معطوبا?|لا يعمل|منتهيا?)
        ال(?:رابط|عنوان) .{0,40}\bلم يعد (?:صالحا?|موجودا?|متاحا?|يعمل)\b
        (?:يمكنك|يمكنكم|بإمكانك|بإمكانكم|يرجى|الرجاء|نرجو(?: منك| منكم)?) (?:العودة|الرجوع|الذهاب|الانتقال|زيارة) (?:إلى )?(?:ال)?صفحت?(?:ة|نا)? الرئيسية
        (?:تم|جرى|تكون|يكون) (?:حذف|نقل|إزالة|حذفت|نقلت)\S* .{0,20}(?:الصفحة|المقال|الخبر|رقمه|عنوان)
        (?:الصفحة|المقالة) (?:قد |ربما |لربما )?(?:قد )?(?:أزيلت|حذفت|نقلت)
        la page que vous (?:cherchez|recherchez|demandez)|la pagina que (?:buscas|busca|estas buscando|ha solicitado)|die (?:gesuchte|angeforderte|gewunschte) seite|die seite, die sie suchen|arad[ıi]g[ıi]n[ıi]z sayfa
        صفحه ای که (?:به )?دنبال""",
    ),
    PageKind.TEMPLATE: Table(
        r"""\{\{|\}\}|\[\[|\]\]|%%\w+%%|\$\{|<%|<\?php
        (?:title|headline|heading|text|content|caption|name) (?:goes )?here
        lorem ipsum
        ^\W*(?:undefined|null|untitled|nan|\[object object\])\W*$
        ^\W*(?:hello world|sample (?:page|post)|test (?:page|post|article))\W*$
        (?:عنوان|نص|اسم) \S+ هنا
        لوريم ايبسوم
        ^\W*(?:بدون عنوان|عنوان الخبر|عنوان المقال|مقال تجريبي|خبر تجريبي)\W*$""",
        """title headline heading text caption name goes lorem ipsum undefined null untitled nan object hello world sample test
        عنوان نص اسم هنا لوريم إيبسوم بدون تجريبي تجريبية الكاتب النشر تاريخ summary body date author""",
        sentences=r"""\{\{.{0,60}\}\}|\[\[.{0,60}\]\]|%%\w+%%|\$\{[\w.]+\}
        lorem ipsum|dolor sit amet|duis aute irure|excepteur sint occaecat|ut enim ad minim|sed ut perspiciatis|nemo enim ipsam
        (?:text|title|headline|content|caption) goes here
        هذا النص هو مثال لنص|مولد النص العربي|لوريم ايبسوم|(?:اكتب|ضع|أدخل) (?:ال)?(?:نص|عنوان) هنا""",
    ),
    PageKind.REDIRECT: Table(
        r"""^\W*(?:you are being |now )?redirect(?:ing|ed|ion)?(?: you)?\W*$
        ^\W*(?:document|object|page|site) (?:has )?moved\W*$
        ^\W*(?:جاري?|يتم|سيتم|تتم) (?:الآن )?(?:ال)?(?:تحويل|إعادة التوجيه|إعادة توجيه|توجيه)\S*
        ^\W*(?:إعادة (?:ال)?توجيه|تحويل)\W*$
        ^\W*(?:external link|leaving (?:our|this|the) (?:web ?)?site|رابط خارجي|مغادرة الموقع)\W*$""",
        """redirect redirecting redirected redirection moved permanently temporarily جار جاري يتم سيتم تتم تحويل التحويل تحويلك
        إعادة التوجيه توجيه توجيهك المطلوبة المطلوب الآن انتظر لحظات""",
        sentences=r"""you (?:are (?:now )?being|will (?:now )?be|should be) (?:automatically )?redirected\b
        if you are not (?:automatically )?redirected|if (?:your browser|the page|this page) does not (?:automatically )?redirect
        (?:جاري?|يتم|سيتم|سوف يتم|ستتم) (?:الآن )?(?:تحويل|توجيه|إعادة توجيه)(?:ك|كم)\b
        (?:ستفتح|سيفتح|ستفتح لك|سيتم فتح|سيتم عرض|ستظهر|سيظهر) (?:لك )?(?:ال)?<شيء>\b.{0,30}\b(?:تلقائيا|خلال|بعد)
        (?:be taken|continue|proceed) to (?:the|your) (?:<thing>|site|destination|\w+ page) in \d+ seconds
        you(?:re| are) (?:now )?(?:leaving|about to leave) (?:this|our|the) (?:\S+ ){0,3}(?:web ?)?(?:site|page)\b
        (?:be|being) (?:taken|sent|forwarded|directed) to (?:another|an external|a different|a third[- ]party) (?:web ?)?site
        (?:not (?:responsible|answerable|liable)|no (?:responsibility|control|liability))\b.{0,40}\b(?:other|external|third[- ]party|linked) (?:web ?)?sites?\b
        ^\W*(?:أنت |إنك )?(?:الآن )?(?:تغادر|ستغادر|على وشك مغادرة) (?:الآن )?(?:ال)?موقع
        (?:نقلك|تحويلك|توجيهك|انتقالك|يقودك) .{0,30}إلى موقع\b
        (?:غير مسؤولين?|غير مسؤولة|ليس مسؤولا|ليست مسؤولة|لا نتحمل) .{0,40}المواقع (?:الأخرى|الخارجية)
        إذا لم (?:يتم|تتم) (?:ال)?(?:تحويل|توجيه|إعادة توجيه)(?:ك|كم)?\b""",
    ),
    PageKind.PARKED: Table(
        r"""(?:domain|website|site)(?: name)? (?:is |may be )?(?:for sale|parked|expired)
        (?:buy|purchase) this (?:domain|website)
        (?:account|site|website|hosting) (?:has been |is )?suspended
        ^\W*(?:welcome to nginx|apache2? \w+ default page|it works|default (?:web ?site )?page|future home of)\b
        (?:النطاق|الدومين|الموقع|اسم النطاق) (?:معروض )?للبيع
        (?:تم إيقاف|إيقاف|تعليق|تم تعليق) (?:هذا |هذه |مؤقتا )?(?:ال)?(?:حساب|استضافة|موقع)
        (?:الحساب|الموقع|حساب الاستضافة) (?:موقوف|معلق|متوقف)""",
        """domain name website site sale parked parking expired buy purchase account suspended hosting welcome nginx apache
        apache2 default page works future home ubuntu debian النطاق الدومين الموقع اسم للبيع معروض إيقاف تعليق الحساب حساب
        استضافة الاستضافة موقوف معلق متوقف مؤقتا""",
        sentences=r"""(?:this|the) domain (?:name )?(?:\S+\.\S+ )?(?:is|may be|might be) (?:available )?(?:for sale|parked)
        (?:domain|page) (?:parking|owner) using|maintains no relationship with (?:third party )?advertisers
        (?:this|your) (?:domain|account|hosting account|website) (?:has been|is|was) suspended
        contact your hosting provider|this domain (?:name )?(?:has )?expired
        (?:هذا )?(?:النطاق|الدومين) (?:معروض )?(?:متاح )?للبيع
        (?:تم|جرى) (?:إيقاف|تعليق) (?:استضافة |حساب )?(?:هذا |هذه )(?:ال)?(?:موقع|حساب|استضافة)
        (?:إذا|إن) كنت (?:أنت )?(?:صاحب|مالك) (?:هذا )?(?:ال)?(?:موقع|حساب|نطاق)""",
    ),
    PageKind.FEEDS: Table(
        r"""rss
        ^\W*(?:feeds|syndication|our feeds)\W*$
        (?:خدمة|خلاصات|خلاصة|تغذية) (?:الخلاصات|rss|إخبارية|الأخبار|المواقع)
        ^\W*(?:خلاصات|الخلاصات)\W*$""",
        """rss feed feeds syndication service services channels atom xml subscribe list
        خدمة خلاصات خلاصة الخلاصات تغذية إخبارية الأخبار المواقع خدمات""",
    ),
    PageKind.SEARCH: Table(
        r"""search results?
        ^\W*(?:search|advanced search|search (?:the )?archive)\W*$
        نتائج البحث
        ^\W*(?:البحث|بحث|البحث المتقدم|البحث في الموقع|نتيجة البحث)\W*$
        (?:no|0) results
        لم (?:يتم العثور|نعثر|يعثر) على (?:أي |أية )?نتائج
        لا (?:توجد|يوجد) نتائج""",
        """search results result advanced archive no 0 found for matching query
        نتائج البحث بحث المتقدم نتيجة لا توجد يوجد مطابقة""",
        openings=r"""^search results? (?:for|matching)\b
        ^you searched for\b
        ^search\s?:
        ^\d+ (?:search )?results? (?:for|found)
        ^(?:نتائج|نتيجة) البحث عن
        ^(?:لقد )?بحثت عن
        ^البحث عن\s?:
        ^resultats? (?:de (?:la )?recherche|pour)|^suchergebnisse|^resultados (?:de|para)|^arama sonuclar[ıi]""",
    ),
    PageKind.CONTACT: Table(
        r"""^\W*(?:contacts?(?: us| details| form| information)?|how to (?:contact|reach) us|get in touch(?: with us)?|write to us)\W*$
        ^\W*(?:اتصل(?:وا)? بنا|تواصل(?:وا)? معنا|للتواصل(?: معنا)?|راسلونا|راسلنا|(?:معلومات|أرقام|بيانات) (?:الاتصال|التواصل)|نموذج (?:الاتصال|التواصل))\W*$
        ^\W*(?:kontakt|contactez[- ]nous|contacto|cont[aá]ctenos|contatti|iletişim|تماس با ما)\W*$""",
        """contact contacts us details form information how reach get touch write اتصل اتصلوا بنا تواصل تواصلوا معنا للتواصل راسلونا راسلنا معلومات
        أرقام بيانات الاتصال التواصل نموذج kontakt contactez nous contacto contactenos contatti iletişim تماس با ما""",
    ),
    PageKind.ABOUT: Table(
        r"""^\W*(?:about(?: us)?|who we are|what we do|our (?:story|team|mission|staff|vision|values|history|services|partners|people)|meet the team)\W*$
        ^\W*about (?:the |our |this )?(?:site|website|newspaper|newsroom|agency|magazine|channel|network|company|ministry|authority|university|institute|cent(?:er|re)|foundation|association|organi[sz]ation)\W*$
        ^\W*(?:vision(?:,| and| &) mission(?:,? (?:and|&) values)?|mission statement|board of (?:directors|trustees)|organi[sz]ation(?:al)? (?:chart|structure)|ownership(?: and funding)?|masthead|who owns us)\W*$
        ^\W*(?:(?:our|site|website) )?(?:privacy|cookies?|data protection|editorial|corrections?|comments?|refund|advertising|copyright|fact.?checking|ethics|complaints) (?:policy|notice|statement|guidelines|standards|principles|board|team)\W*$
        ^\W*(?:privacy (?:and|&) cookies?(?: policy)?|copyright|community (?:guidelines|standards)|house rules)\W*$
        ^\W*(?:terms(?: (?:and|&) conditions(?: of (?:use|service|sale))?| of (?:use|service|sale))?|conditions of use|code of (?:ethics|conduct)|user agreement|legal notice|imprint|impressum|disclaimer)\W*$
        ^\W*(?:(?:choose|pick|select|compare) (?:your|a|our) (?:plans?|subscriptions?|memberships?)|(?:subscription )?plans(?: (?:and|&) (?:pricing|prices))?|pricing)\W*$
        ^\W*(?:اختر (?:باقتك|اشتراكك|خطتك)|(?:ال)?باقات(?: ال?اشتراك)?|باقات وأسعار الاشتراك)\W*$
        ^\W*(?:(?:our )?newsletters?|(?:print |digital )?subscriptions?|memberships?|advertise(?: with us)?|advertising(?: rates)?|rate card|media kit|careers|work (?:with|for) us|write for us|support us|frequently asked questions|faqs?|help(?: cent(?:er|re))?|accessibility(?: statement)?)\W*$
        ^\W*(?:من نحن|عن|نبذة(?: عنا| عن)?|معلومات عنا|تعرف علينا|هيئة التحرير|أسرة التحرير|فريق (?:العمل|التحرير)|فريقنا|رؤيتنا|رسالتنا|رؤيتنا ورسالتنا|(?:ال)?رؤية و(?:ال)?رسالة(?: و(?:ال)?(?:قيم|أهداف))?)\W*$
        ^\W*(?:نبذة )?عن (?:الموقع|الصحيفة|الجريدة|الوكالة|المجلة|القناة|الشبكة|الإذاعة|المنصة|البوابة|الشركة|المؤسسة|المركز|المعهد|الجامعة|الوزارة|الهيئة|المنظمة|الجمعية)\W*$
        ^\W*(?:خدماتنا|منتجاتنا|شركاؤنا|عملاؤنا|الهيكل التنظيمي|مجلس (?:الإدارة|الأمناء)|كلمة (?:الوزير|رئيس مجلس الإدارة)|ال(?:مبادئ|معايير) التحريرية)\W*$
        ^\W*(?:سياس(?:ة|ات) (?:الخصوصية|ملفات تعريف الارتباط|الكوكيز|التحرير|النشر|التعليقات|التصحيح|الاستخدام)(?: و(?:شروط الاستخدام|ملفات تعريف الارتباط|الكوكيز|النشر))?|بيان الخصوصية|الخصوصية|(?:شروط|اتفاقية|قواعد|ضوابط) (?:وأحكام )?(?:الاستخدام|الخدمة|النشر|التعليق|المشاركة|النقاش|الحوار)(?: والتعليق| والنشر| وسياسة الخصوصية)?|(?:ال)?شروط وال?أحكام|إخلاء (?:ال)?مسؤولية|ميثاق الشرف(?: الصحفي| المهني)?|مدونة السلوك)\W*$
        ^\W*(?:النشرات? البريدية|النشرات الإخبارية|الاشتراكات|اشترك معنا|أعلن(?:وا)? معنا|للإعلان(?: معنا)?|أسعار الإعلانات|وظائف|الوظائف|الأسئلة (?:الشائعة|المتكررة)|أسئلة (?:شائعة|متكررة)|انضم إلينا|ادعمنا|حقوق (?:النشر|الملكية))\W*$
        ^\W*(?:mentions legales|politique de confidentialite|datenschutz(?:erklarung)?|aviso legal|politica de privacidad|gizlilik politikas[ıi])\W*$
        ^\W*(?:qui sommes[- ]nous|a propos|uber uns|quienes somos|sobre nosotros|chi siamo|hakk[ıi]m[ıi]zda|درباره ما|ہمارے بارے میں)\W*$""",
        """about us who what we do our story team mission staff vision values history services partners people meet privacy cookie cookies data protection
        editorial correction corrections comment comments refund advertising copyright checking fact ethics complaints policy notice statement guidelines
        standards principles board directors trustees organization organisation organizational organisational chart structure ownership funding
        masthead owns newspaper newsroom agency magazine channel network company ministry authority university institute center centre foundation
        association choose pick select compare plan plans pricing prices اختر باقتك اشتراكك خطتك باقات الباقات اشتراك وأسعار community house rules terms conditions use service sale code conduct user agreement legal imprint impressum disclaimer newsletter
        newsletters print digital subscription subscriptions membership memberships advertise rates rate card media kit careers
        work write support frequently asked questions faq faqs help accessibility
        نحن عنا نبذة معلومات تعرف علينا الموقع الصحيفة الجريدة الوكالة المجلة القناة هيئة أسرة التحرير فريق العمل فريقنا رؤيتنا رسالتنا ورسالتنا
        رؤية الرؤية ورسالة والرسالة والقيم وقيم والأهداف وأهداف سياسة سياسات بيان الخصوصية ملفات تعريف الارتباط الكوكيز النشر التعليقات التصحيح
        شروط وشروط وملفات والكوكيز وسياسة قواعد ضوابط التعليق المشاركة النقاش الحوار والتعليق والنشر الشروط وأحكام والأحكام اتفاقية الاستخدام الخدمة إخلاء مسؤولية
        المسؤولية ميثاق الشرف الصحفي المهني مدونة السلوك المبادئ المعايير التحريرية النشرة النشرات البريدية الإخبارية أعلن أعلنوا معنا للإعلان وظائف الوظائف
        الأسئلة الشائعة المتكررة أسئلة شائعة متكررة انضم إلينا حقوق الملكية
        mentions legales politique confidentialite datenschutz datenschutzerklarung aviso legal politica privacidad
        sommes propos uber uns hakkımızda hakkimizda""",
    ),
    PageKind.SERVICE: Table(
        r"""\b(?:weather|prayer times?|(?:currency|exchange) rates?|currency converter|stock (?:prices|quotes)|markets? data|fixtures|standings|live scores?|league table|tv (?:guide|listings)|opinion polls?|todays poll|polls?|crossword|sudoku|horoscopes?)\b
        (?:حالة الطقس|الطقس|مواقيت الصلاة|أوقات الصلاة|أسعار (?:العملات|الصرف|الذهب)|محول العملات|جدول (?:الترتيب|المباريات|الدوري)|مباريات اليوم|نتائج مباشرة|استطلاع(?:ات)?(?: (?:ال)?رأي)?|الأبراج|الكلمات المتقاطعة)""",
        """weather forecast prayer time times currency exchange rate rates converter stock prices quotes market markets fixtures
        standings live score scores league table tv guide listings opinion poll polls todays today daily local crossword sudoku
        horoscope horoscopes vote results
        حالة الطقس مواقيت أوقات الصلاة أسعار العملات الصرف الذهب محول جدول الترتيب المباريات الدوري مباريات اليوم نتائج مباشرة
        استطلاع استطلاعات رأي الرأي الأبراج الكلمات المتقاطعة""",
    ),
    PageKind.LISTING: Table(
        r"""^\W*(?:archives?|latest news|all (?:news|articles|posts|stories)|news archive|blog|news|articles|videos?|photos?|photo galler(?:y|ies)|galler(?:y|ies)|podcasts?|topics|tags|categories|authors?|most read|site ?map)\W*$
        ^\W*(?:الأرشيف|أرشيف|آخر الأخبار|جميع (?:الأخبار|المقالات)|كل (?:الأخبار|المقالات)|أخبار|الأخبار|مقالات|المقالات|فيديو|الفيديو|صور|الصور|ألبوم(?: الصور)?|معرض الصور|وسوم|الوسوم|التصنيفات|الكتاب|الأكثر قراءة|خريطة الموقع)\W*$""",
        """archive archives latest news all articles posts stories blog videos photos photo gallery galleries podcasts topics
        tags categories author authors most read sitemap map
        الأرشيف أرشيف آخر الأخبار جميع كل المقالات أخبار مقالات فيديو الفيديو صور الصور ألبوم معرض وسوم الوسوم التصنيفات الكتاب
        الأكثر قراءة خريطة""",
        openings=r"""^(?:category|tag|tagged|author|archives?|topic|section|posts? (?:by|tagged|in)|all (?:articles|posts|stories) (?:by|in|from))(?:\s?:|\s?\W\s)
        ^(?:posts?|articles|stories) (?:by|tagged)
        ^(?:الوسم|وسم|التصنيف|تصنيف|القسم|قسم|الكاتب|الأرشيف|أرشيف|كل مقالات|جميع مقالات|مقالات الكاتب)\s?:""",
    ),
}
