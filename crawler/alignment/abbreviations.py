"""Words with a full stop that need not end a sentence: tables in English and Arabic, without their last stop.

A word written with a capital here counts only with one: "Sat." is a day, "sat." is none. Arabic words have neither
tatweel nor marks. A single letter and letters with stops between them (U.S., p.m., أ.د.) need no table.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Something always follows: a name, a second party, an example.
NEVER_LAST = _words(
    "Mr Mrs Ms Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revd Hon Fr Pres Gov Govs Sen Sens Rep Reps Amb Supt Det",
    "Insp Atty Asst Assoc Pvt Spc Cpl Sgt Lt Capt Cpt Maj Col Gen Brig Adm Cmdr Cdr Ens Cllr Ald Msgr Mgr Ste",
    "v vs cf e.g i.e viz approx",
    # "And Dr", "and Mr": a single letter with a clitic; "tel.". Letters alone or with stops need no table.
    "ود وأ وم الد للد تلف",
)
# "No. 5", "p. 12"; but "No." alone is a sentence.
BEFORE_FIGURES = _words("No no Nos nos p pp Vol vol vols Art Arts arts Fig fig figs Ch ch Sec Par para ver Op")
# Before a name or a figure, or at a sentence's end: what follows decides.
SOMETIMES_LAST = _words(
    "Inc Ltd Co Corp Bros plc LLC Jr Sr Esq Ph.D etc al est Dept dept Univ Assn Intl Natl Govt",
    "St Mt Ft Ave Blvd Rd Hwy Bldg Sq",
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat",
    # States, as news agencies shorten them.
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn",
    "Tex Va Vt Wash Wis Wyo",
    "hr hrs km kg cm mm ft lb lbs oz",
)
# Words that open a sentence after one of those, and are hardly ever a name.
OPENERS = _words(
    "the a an this that these those he she it they we i you his her its their our my your there here",
    "in on at by for from with without after before during since until while when where as if although though because",
    "but and or so yet however meanwhile also then now still earlier later what who why how which both many most some",
    "all no not another other such",
)
# The names of Latin letters, for initials: «جورج دبليو. بوش»; after one another they are a word: «بي بي سي».
LETTER_NAMES = _words(
    "إيه ايه أيه بي سي دي إي أف إف اف جي إتش اتش آي أي جاي جيه كيه كي إل ال إم ام أم إن ان أو او كيو آر ار إس اس تي يو",
    "في دبليو إكس اكس واي زد",
)
# What a lone letter after them names: "vitamin D.", "World War I.", «المجموعة ب.», «بروتين إس.».
LETTERED = _words(
    "vitamin vitamins hepatitis influenza type plan group class grade category model appendix section option schedule",
    "block building hall gate terminal platform exhibit protein war",
    "فيتامين النوع نوع الفئة فئة المجموعة مجموعة الخطة الدرجة القسم الملحق المبنى البوابة الطراز بروتين البروتين",
)
# Eras, which end a sentence after their year.
ERAS = _words("م ه ق.م ب.م")
# Names of sites written in Arabic letters: «أخبارك.نت».
SITE_ENDINGS = _words("نت كوم نيوز أورج أورغ")
# Verbs that tie a quotation's question or cry to its speaker: «إلى متى؟» تساءل الرجل.
SPEECH = _words(
    "said says asked asks cried shouted yelled wondered added replied answered told wrote tweeted exclaimed",
    "قال قالت قالوا يقول تقول سأل سألت يسأل تسأل تساءل تساءلت يتساءل تتساءل صاح صاحت هتف هتفت هتفوا صرخ صرخت أجاب",
    "أجابت",
)
