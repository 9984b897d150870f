"""What the tests share: a small data folder to spoil, and the yearbook's text if there is one."""

import csv
import gc
import hashlib
import json
import os
import re
from functools import cache, lru_cache
from pathlib import Path

import kernels
import matplotlib
import nbval.plugin
import pandas as pd
import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

import recorded
from analysis import audit, goals
from analysis.data import edition, folders, laws, loading, source

matplotlib.use("agg")
# The same examples on every machine and in every run: a red build is never luck.
settings.register_profile("stable", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("stable")

ROOT = Path(__file__).parents[1]


nbval.plugin.IPyNbFile.setup = recorded.start
kernels.start_warm()


class ByPage(LoadFileScheduling):
    """Hands tests of one file to one worker, but tests in a browser page by page."""

    def _split_scope(self, nodeid: str) -> str:
        page = re.search(r"^tests/browser/.*\[([\w/]+\.html)\]$", nodeid)
        return page[1] if page else super()._split_scope(nodeid)


def pytest_collection_modifyitems(items):
    """Put tests of an invented folder after those of the data, which are read once for these."""
    items.sort(key=lambda item: "folder" in getattr(item, "fixturenames", ()))


def pytest_collection_finish():
    """Leave what was imported out of the search for garbage: it stays as long as the tests."""
    gc.freeze()


def pytest_xdist_make_scheduler(config, log):
    """Spread the tests over the workers as `ByPage` does."""
    return ByPage(config, log)


# An invented district: two documents, which print its total with one decimal and with two.
LINES = [
    "综合",
    "全区生产总值100.0亿元,比上年增长5.0%。其中,工业40.0亿元,下降2.5%;农业60.0亿元,增长10.0%。",
    "表1 主要指标",
    "指标\t绝对数\t增长(%)",
    "粮食\t12.30\t-4.5",
    "2021年,生产总值达到100.04亿元,零售额5000万元,增长2.3倍;"
    "服务业占比约一半,书店收入22元,学校7 所。",
]
FINGERPRINT = hashlib.sha256("\n".join(LINES).encode()).hexdigest()

VOLUMES = f"""
volume,year,title_zh,title_en,editor,publisher,published,isbn,sha256,redistribution
2022,2021,年鉴,Yearbook,Editor,Press,2022-12,978-7-0000-0000-2,{FINGERPRINT},Figures.
"""

DOCUMENTS = """
document,yearbook,year,role,title_zh,title_en,issuer_zh,issuer_en,date,page,first_line,last_line,readings
alpha,2022,2021,communique,公报,Communique,统计局,Bureau,2022-04-18,305,1,5,2
beta,2022,2021,government report,报告,Report,政府,Government,,312,6,6,1
"""

ENTITIES = """
entity,kind,parent,name_zh,name_en
suzhou,district,,区,The district
"""

INDICATORS = """
indicator,theme,unit,name_zh,name_en,parent,split,definition
gdp,output,亿元,生产总值,Gross product,,,All of it.
gdp.industry,output,亿元,工业增加值,Value added of industry,gdp,sector,Industry.
gdp.farming,output,亿元,农业增加值,Value added of farming,gdp,sector,Farming.
gdp.services,output,亿元,服务业增加值,Value added of services,gdp,,Services.
grain,agriculture,万吨,粮食产量,Grain output,,,Grain.
retail,trade,亿元,零售额,Retail sales,,,Sales.
bookshops,trade,万元,书店收入,Revenue of bookshops,,,Books sold.
schools,education,所,学校,Schools,,,Schools.
"""

UNITS = """
unit,name_zh,name_en,dimension,factor,base,exact
元,元,yuan,money,1,元,false
万元,万元,"10,000 yuan",money,10000,元,false
亿元,亿元,100 million yuan,money,100000000,元,false
%,%,percent,ratio,1,%,false
倍,倍,times,ratio,100,%,false
吨,吨,tonnes,mass,1,吨,false
万吨,万吨,"10,000 tonnes",mass,10000,吨,false
所,所,institutions,count,1,所,true
"""

CORRECTIONS = """
document,line,printed,column,was,should_be,reason
beta,6,22元,unit,元,万元,No year's revenue is 22 yuan.
"""

NOT_FIGURES = """
document,line,printed,reason
"""

IDENTITIES = """
identity,kind,left,relation,formula,reason
"""

EXPLANATIONS = """
check,cause,certainty,reason
"""

CONTEXT_SOURCES = """
source,issuer,title,date,press,note
office,The office,Communique of the country,2022-02-28,false,
"""

CONTEXT_INDICATORS = """
indicator,theme,unit,name_zh,name_en,parent,split,definition
"""

CONTEXT_FIGURES = """
place,place_zh,level,indicator,period,measure,value,unit,source,comparable,why
Country,全国,country,gdp,2021,level,7000.0,亿元,office,roughly,Size only.
Country,全国,country,gdp.industry,2021,level,3000.0,亿元,office,yes,As a share.
Country,全国,country,gdp.farming,2021,level,4000.0,亿元,office,yes,As a share.
Country,全国,country,gdp.industry,2021,share,42.9,%,office,yes,As a share.
Country,全国,country,gdp,2021,growth_real,8.0,%,office,yes,Same concept.
"""

OBSERVATIONS = "entity,indicator,period,measure,value,value_max,unit,status,bound,line,printed,note"

ALPHA = f"""
{OBSERVATIONS}
suzhou,gdp,2021,level,100.0,,亿元,outturn,=,2,100.0亿元,
suzhou,gdp,2021,growth_real,5.0,,%,outturn,=,2,5.0%,
suzhou,gdp.industry,2021,level,40.0,,亿元,outturn,=,2,40.0亿元,
suzhou,gdp.industry,2021,growth_real,-2.5,,%,outturn,=,2,2.5%,
suzhou,gdp.farming,2021,level,60.0,,亿元,outturn,=,2,60.0亿元,
suzhou,gdp.farming,2021,growth_real,10.0,,%,outturn,=,2,10.0%,
suzhou,grain,2021,level,12.30,,万吨,outturn,=,5,12.30,
suzhou,grain,2021,growth,-4.5,,%,outturn,=,5,-4.5,
"""

BETA = f"""
{OBSERVATIONS}
suzhou,gdp,2021,level,100.04,,亿元,outturn,=,6,100.04亿元,
suzhou,retail,2021,level,5000,,万元,outturn,=,6,5000万元,
suzhou,retail,2021,growth,2.3,,倍,outturn,=,6,2.3倍,
suzhou,gdp.services,2021,share,50,,%,outturn,~,6,一半,in words
suzhou,bookshops,2021,level,22,,元,outturn,=,6,22元,
suzhou,schools,2021,level,7,,所,outturn,=,6,7 所,
"""


@cache
def _invented() -> dict[str, bytes]:
    """The files of the small folder."""
    package = json.loads((edition.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    shape = next(one for one in package["resources"] if "observations/" in one["path"])
    package["resources"] = [
        one for one in package["resources"] if "observations/" not in one["path"]
    ] + [shape | {"name": name, "path": f"observations/{name}.csv"} for name in ("alpha", "beta")]
    form = shape["schema"]
    files = {
        "datapackage.json": json.dumps(package, ensure_ascii=False),
        "text.txt": "\n".join(LINES),
        "edition.json": json.dumps({"year": 2021, "entity": "suzhou", "vintage": "first"}),
        form: (edition.FOLDER / form).read_text(encoding="utf-8"),
        "volumes.csv": VOLUMES,
        "documents.csv": DOCUMENTS,
        "entities.csv": ENTITIES,
        "indicators.csv": INDICATORS,
        "units.csv": UNITS,
        "corrections.csv": CORRECTIONS,
        "not_figures.csv": NOT_FIGURES,
        "identities.csv": IDENTITIES,
        "explanations.csv": EXPLANATIONS,
        "context/sources.csv": CONTEXT_SOURCES,
        "context/indicators.csv": CONTEXT_INDICATORS,
        "context/figures.csv": CONTEXT_FIGURES,
        "observations/alpha.csv": ALPHA,
        "observations/beta.csv": BETA,
    }
    # Tables of which this district has no row.
    for resource in package["resources"]:
        if resource["path"] not in files:
            fields = [field["name"] for field in resource["schema"]["fields"]]
            files[resource["path"]] = ",".join(fields) + "\n"
    return {name: content.lstrip().encode() for name, content in files.items()}


class Folder:
    """A small data folder that is sound until a test spoils it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "observations").mkdir()
        (path / "context").mkdir()
        for name, content in _invented().items():
            self.write(name, content)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file as it is given, line ends included."""
        raw = content if isinstance(content, bytes) else content.encode()
        (self.path / name).write_bytes(raw)

    def read(self, name: str) -> str:
        """Return a file's text."""
        return (self.path / name).read_bytes().decode()

    def spoil(self, name: str, old: str, new: str) -> None:
        """Put ``new`` in the place of the only ``old``."""
        content = self.read(name)
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {name}"
        self.write(name, content.replace(old, new))

    def fault(self):
        """Return the one fault that a check finds."""
        found = laws.faults(self.path)
        assert len(found) == 1, "\n".join(map(str, found)) or "no fault was found"
        return found[0]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Folder:
    # What is kept of a folder that a test invents is nothing to the next one, and not in the place
    # of what is kept of the data.
    monkeypatch.setenv("XDG_CACHE_HOME", f"{tmp_path}-cache")
    monkeypatch.setattr(loading, "_load", lru_cache(maxsize=4)(loading._load.__wrapped__))
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def small_folder() -> type[Folder]:
    """Make small data folders, for what is worked out once of all that are alike."""
    return Folder


@pytest.fixture
def small(folder, monkeypatch) -> Folder:
    """The small folder, standing in for the report's data until the test ends."""
    monkeypatch.setattr(folders, "_folders", [folder.path])
    yield folder


@pytest.fixture(scope="session")
def yearbook() -> dict[str, list[str]]:
    """The lines of the yearbook's text, by its volume."""
    path = os.environ.get("YEARBOOK_TEXT")
    if not path:
        pytest.skip("the yearbook's text is not part of the project; name it in YEARBOOK_TEXT")
    return source.read(path)


@pytest.fixture(scope="session")
def assessed() -> pd.DataFrame:
    """The assessment of every target of the data."""
    return goals.assess()


@pytest.fixture(scope="session")
def real_data() -> pd.DataFrame:
    """The audit of the data."""
    return audit.run()


@pytest.fixture(scope="session")
def cells() -> list[tuple[str, int, str]]:
    """Every cell of the data as file, row and text, read without the package."""
    found = []
    for path in sorted(edition.FOLDER.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row, record in enumerate(csv.reader(file), start=1):
                found += [(path.name, row, cell) for cell in record]
    return found
