"""How pages speak that offer a job, a ticket or a thing for sale: one pattern a line, as in `wordings_of_walls`.

News of vacancies and concerts says one of these sentences, an advert several: see `pagekind`.
"""

from crawler.kinds.page_kinds import PageKind, Table

ADVERTS = {
    PageKind.ADVERT: Table(
        r"""^\W*(?:job )?vacanc(?:y|ies)\W*$
        ^\W*(?:وظائف شاغرة|وظيفة شاغرة|إعلان توظيف|فرصة عمل|فرص عمل)\W*$""",
        """job vacancy vacancies وظائف وظيفة شاغرة إعلان توظيف فرصة فرص عمل""",
        openings=r"""^(?:vacancy|job opening|job vacancy|position|wanted|we(?: a)?re hiring)\s?:
        ^(?:وظيفة|مطلوب|إعلان توظيف|للبيع|للإيجار)\b""",
        sentences=r"""^\W*apply (?:now|online|here|today)\W*$|\bapply for (?:this|the) (?:job|position|role|post|vacancy)\b
        \b(?:send|submit|e-?mail|forward) (?:us )?(?:your|a|an) (?:\w+ )?(?:cv|resume|curriculum vitae|application|cover letter)\b
        \b(?:closing date|application deadline|deadline for applications|apply by)\b
        ^\W*(?:job (?:description|type|title|id)|contract type|(?:key |your )?responsibilities|qualifications|requirements|what you will do|what we (?:ask|offer))\W*$
        \bwere (?:looking for|seeking|hiring|recruiting) an?\b|\bwe are (?:looking for|seeking|hiring|recruiting) an?\b
        ^\W*(?:add to (?:my )?(?:basket|cart|bag|wish ?list)|buy (?:it )?now)\W*$
        ^\W*(?:in stock|out of stock|sold out)\W*$
        \b(?:dispatched|ships|shipped|delivered|delivery) (?:with)?in\b.{0,15}\bdays\b
        ^\W*(?:sku|product code|item no|model)\s?[:.]
        ^\W*(?:buy|book|get|reserve) (?:your )?tickets?\W*$
        ^\W*(?:tickets?|admission|when|where|venue)\s?:
        \bdoors open at\b
        (?:^|[.,;])\W*(?:(?:asking |monthly )?(?:price|rent)|deposit|salary)\s?:\W*\w*\d
        \bviewings? by appointment\b|\bby appointment only\b
        (?:^|[.,;])\W*available (?:from|as of|now|immediately)\b
        ^\W*(?:قدم|قدمي|قدموا|تقدم) (?:الآن|للوظيفة|لهذه الوظيفة)\W*$
        (?:أرسل|أرسلوا|ترسل|إرسال|ابعث) .{0,12}(?:ال)?سير(?:ة|تك|تكم)\S* (?:ال)?ذاتية
        آخر موعد (?:للتقديم|لاستلام الطلبات)
        ^\W*(?:المؤهلات|الشروط|المهام|المسؤوليات|المتطلبات|الوصف الوظيفي)(?: \S+)?\W*$
        ^\W*(?:أضف|إضافة) (?:إلى|ل)\s?(?:ال)?(?:سلة|عربة)(?: التسوق)?\W*$|^\W*(?:اشتر|اطلب) الآن\W*$
        ^\W*(?:متوفر|غير متوفر|نفد|نفدت الكمية)(?: في المخزون)?\W*$
        ^\W*(?:احجز|اشتر|احجزوا) (?:تذكرتك|تذاكرك|تذاكركم|التذاكر)\W*$
        (?:^|[.،؛])\W*(?:الإيجار|التأمين|السعر|الثمن|الراتب)\s?:\W*\d
        \b(?:شقة|منزل|بيت|أرض|فيلا|محل|مكتب|سيارة) (?:\S+ )?(?:للإيجار|للبيع)\b
        \bالمعاينة (?:بموعد|بعد|حسب)
        (?:^|[.،؛])\W*متاحة? (?:من|ابتداء من|بدءا من|فورا|الآن)\b
        ^\W*(?:التذاكر|الزمان|المكان|الدخول)\s?:""",
    ),
}
