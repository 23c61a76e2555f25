"""An archive of the sample site, crawled over real HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.sites import Site
from jobs.config import append_source
from jobs.demo.site import SampleSite, serve_sample_site
from jobs.pipeline import SourceReport, crawl_sources

SOURCE = "sample"


@dataclass(frozen=True)
class SampleArchive:
    """A running sample site and the data folder that it is crawled into."""

    site: SampleSite
    folder: Path

    def crawl(self, state: str) -> SourceReport:
        """Crawl the site in one of its states."""
        self.site.state = state
        (report,) = crawl_sources(self.folder)
        return report

    def url(self, path: str) -> str:
        """The archived address of a path of the site, in Arabic or not."""
        from crawler.urls import normalise_url

        address = normalise_url(path, self.site.url)
        assert address is not None
        return address

    def read(self, path: str):
        """The stored article of a path; None where there is none."""
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return archive.read_article(self.url(path))

    def counts(self) -> dict[str, int]:
        """Rows of the archive's tables."""
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return archive.counts()

    def content_hashes(self) -> tuple[str, ...]:
        """The content hashes of all revisions."""
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return archive.content_hashes()


def sample_source(url: str) -> Site:
    """The sample site as a source, as `sijill add` would write it, but for the template."""
    return Site(
        name=SOURCE,
        url=url,
        title="The Two Rivers Register",
        feeds=(f"{url}feed/",),
        sitemaps=(f"{url}sitemap_index.xml",),
        delay_s=0.0,
        private_addresses=True,
    )


@contextmanager
def sample_archive(folder: Path) -> Iterator[SampleArchive]:
    """A sample site, and an empty data folder in which it is a source."""
    with serve_sample_site() as site:
        append_source(folder, sample_source(site.url))
        yield SampleArchive(site, folder)
