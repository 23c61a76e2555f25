"""Labels of a page's tools and boxes in other languages than English and Arabic: a whole line that is one."""

import re

_LENGTH_MOST = 140  # characters, another article's headline among them
_SHARE = r"""
    teilen|(?:auf\s\S+\steilen|teilen\sauf\s\S+)|partager(?:\ssur\s\S+)?|compartir(?:\sen\s\S+)?|partilhar
  | compartilh(?:ar|e)(?:\s(?:no|em)\s\S+)?|condividi(?:\ssu\s\S+)?|delen|deel|dela|jaa|udostępnij|bagikan
  | paylaş|поделиться(?:\s(?:в|на)\s\S+)?|поширити|shpërndaje(?:\snë)?|distribuie|シェアする|공유(?:하기)?|分享
  | (?:साझा|शेयर)\sकरें|به\sاشتراک\sبگذارید|اشتراک[\s\u200c]گذاری|שתפו?
"""
_ADVERTISEMENT = r"""
    publicidade?|werbung|anzeige|pubblicità|publicité|reklama?|annonse|mainos|advertentie|iklan|publicitate
  | реклама|विज्ञापन|広告|광고|广告|تبلیغات|פרסומת
"""
_RIGHTS = r"""
    (?:©\s)?(?:tous\sdroits\sréservés|alle\srechte\svorbehalten|todos\slos\sderechos\sreservados
  | todos\sos\sdireitos\sreservados|tutti\si\sdiritti\sriservati|riproduzione\sriservata(?:\s©.*)?
  | все\sправа\sзащищены|усі\sправа\sзахищені|tüm\shakları\ssaklıdır|wszelkie\sprawa\szastrzeżone
  | toate\sdrepturile\srezervate|無断転載(?:を)?禁(?:止|じます)|版权所有|सर्वाधिकार\sसुरक्षित)
"""
_RELATED = r"""
    (?:artículos|noticias|notas|vídeos|videos|temas|contenidos)\srelacionad[oa]s
  | (?:notícias|vídeos|matérias|artigos|conteúdos)\srelacionad[oa]s|relacionad[oa]s
  | articles\s(?:liés|connexes)|sur\sle\smême\s(?:sujet|thème)|(?:verwandte|ähnliche)\s(?:artikel|themen)
  | mehr\szum\sthema|articoli\scorrelati|potrebbe\sinteressarti(?:\sanche)?|gerelateerde\s(?:artikelen|berichten)
  | relaterede\sartikler|relaterte\s(?:saker|artikler)|relaterade\sartiklar|ilgili\shaberler|ayrıca\soku(?:yun)?
  | похожие\s(?:статьи|новости)|powiązane\sartykuły|przeczytaj\s(?:także|też|również)|czytaj\s(?:także|też|również)
  | citi(?:ți|ţi|ti)\sși|関連記事|관련\s?기사|相关(?:新闻|文章|阅读)|مطالب\sمرتبط|संबंधित\sखबरें|यह\sभी\sपढ़ें
  | lo\smás\s(?:leído|visto)|(?:as\s)?mais\slidas(?:\sagora)?|les\splus\slus|meistgelesen(?:e\sartikel)?
  | i\spiù\sletti|en\sçok\sokunanlar|самое\sчитаемое|mest\sl[eæä]st|najczęściej\sczytane
"""
# "Read also", alone or before another article's headline.
_READ_ALSO = r"""
    (?:(?:à\s|a\s)?lire\saussi|lea\stambién|lee\stambién|leia\stambém|veja\stambém|lesen\ssie\sauch
  | mehr\sdazu|lees\sook|l[æe]s\sogså|les\sogså|läs\sockså|lue\smyös|lasīt\svairāk|lasi\sarī|skaitykite\staip\spat
  | loe\ska|čtěte\s(?:také|též)|přečtěte\ssi\s(?:také|též)|prečítajte\ssi\saj|pročitajte\s(?:još|i)|preberite\studi
  | citește\sși|olvass[ao]\sel|διαβάστε\s(?:επίσης|ακόμα)|читайте\s(?:также|также\sна\sсайте|ще|також)
  | прочети(?:\sоще)?|ayrıca\sbakınız|baca\sjuga|xem\sthêm|อ่าน(?:เพิ่มเติม|ต่อ)|(?:यह|ये)\sभी\sपढ़ें|আরও\sপড়ুন|مزید\sپڑھیں
  | (?:بیشتر|همچنین)\sبخوانید|קראו\s(?:גם|עוד)|延伸(?:阅读|閱讀)|推[荐薦](?:阅读|閱讀)|(?:あわせて|併せて)読みたい)
    (?:\s?[:：]\s?.*)?
  | (?:también\s)?te\spuede\sinteresar|auch\sinteressant|das\skönnte\ssie\sauch\sinteressieren|zum\sthema
  | още\s(?:по\sтемата|от\sкатегорията)|(?:материалы\s)?по\sтеме|související\sčlánky|kapcsolódó\scikkek
  | σχετικά\sάρθρα|vezane\svijesti|povezane\svijesti|повезани\sтекстови|berita\sterkait|tin\sliên\squan
  | (?:เรื่อง|ข่าว)ที่เกี่ยวข้อง|כתבות\s(?:נוספות|קשורות)|bunlar\sda\silginizi\sçekebilir|この記事もおすすめ
"""
_MORE = r"""
    ver\smás|ler\smais|leer\smás|lire\s(?:plus|la\ssuite)|weiterlesen|mehr\slesen|leggi\s(?:tutto|di\spiù|anche)
  | lees\s(?:verder|meer)|les\smer|læs\smere|läs\smer|devamını\soku|читать\sдалее|czytaj\swięcej|もっと見る|더\s?보기
  | chiudi|cerrar|fermer|schließen|sluiten|kapat|закрыть|zamknij|link\sbreve|(?:video\s)?loading(?:\svideo)?
"""
_LABEL = re.compile(
    rf"[^\w©]*(?:{_SHARE}|{_ADVERTISEMENT}|{_RIGHTS}|{_RELATED}|{_READ_ALSO}|{_MORE})\W*", re.IGNORECASE | re.VERBOSE
)


def is_world_label(text: str) -> bool:
    """True for a whole line that invites to share or read on, says that it is an advertisement, or the like.

    >>> [is_world_label(text) for text in ("PUBLICIDADE", "À lire aussi : le port", "Teilen der Stadt sind leer")]
    [True, True, False]
    """
    return len(text) <= _LENGTH_MOST and _LABEL.fullmatch(text) is not None
