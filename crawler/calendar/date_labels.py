"""Words that stand beside a date and say what it is, in many languages, in match form."""

from crawler.calendar.calendar_names import WEEKDAYS_OF_THE_WORLD
from crawler.folded_text import fold

_PUBLISHED = """
publié publiée publie parution publicado publicada publicación publicação pubblicato pubblicata pubblicazione
veröffentlicht veröffentlichung erschienen erstellt datum gepubliceerd geplaatst publicatie publicerad publicerat
publisert udgivet offentliggjort julkaistu avaldatud lisatud publicēts publicēta paskelbta opublikowano opublikowany
opublikowane publikacja publikacji data dodano zveřejněno publikováno publikované zverejnené vydáno objavljeno
objavljen objavljena objava objavleno опубликовано опубликована опубликован публикация публикации дата опубліковано
публікації публикувано публикувана објављено publicat publicată publicării közzétéve megjelent yayınlanma
yayınlandı yayın giriş eklenme tarihi tarih dərc δημοσιεύθηκε δημοσιεύτηκε δημοσίευση פורסם פורסמה תאריך
منتشر انتشار تاریخ प्रकाशित প্রকাশিত প্রকাশ เผยแพร่ diterbitkan dipublikasikan tayang đăng ngày 发布 发表 发布于 发布时间
发布日期 发表时间 公開 掲載 配信 投稿 日期 時間 时间 입력 등록 등록일 작성 작성일 게시 발행 발행일 승인 기사입력
기사등록 shkruar botuar foilsithe
"""
_UPDATED = """
màj modifié modifiée mis mise jour actualizado actualizada actualización actualizació atualizado atualizada
aggiornato aggiornata aggiornamento modifica aktualisiert aktualisierung zuletzt bijgewerkt gewijzigd uppdaterad uppfært
uppdaterat oppdatert opdateret päivitetty muokattu uuendatud atjaunots atnaujinta zaktualizowano aktualizacja
aktualizováno aktualizované aktualizace ažurirano posodobljeno обновлено обновлена изменено оновлено обновена
актуализирано actualizat actualizată frissítve frissült módosítva güncelleme güncellenme güncellendi yenilənib
ενημερώθηκε ενημέρωση עודכן עדכון अपडेट আপডেট diperbarui nhật cập 更新 更新时间 最終更新 수정 업데이트 최종수정
"""
_SMALL = """
le la el il em en di del de den der die do da du of am um uhr à a las às los alle ore ora om kl klo o godz v ve г года
год року рік р ч в от о у из saat στις ώρα την h hod hs hrs horas heures heure dia dne dňa dana op ob on i na the par
per dan m min sek jam wib wita lúc giờ ngày เวลา น วันที่ บ के को को तारीख টা gada gads d ה ב בשעה ساعت در wed stand
"""
_NAMES = " ".join(name for name in WEEKDAYS_OF_THE_WORLD if len(name) > 2)

LABEL_WORDS = frozenset(fold(" ".join((_PUBLISHED, _UPDATED, _SMALL))).split()) | frozenset(_NAMES.split())
"""Words that may stand beside a date in a block that is nothing but a date."""
UPDATED_WORDS = frozenset(fold(_UPDATED).split())
PUBLISHED_WORDS = frozenset(fold(_PUBLISHED).split()) - {"data", "datum", "дата"}
