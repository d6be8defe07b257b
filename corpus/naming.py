"""What the name of a department looks like, judged by its form and not by a list of known names."""

import re

# The end of a name: 省发改委, 公安厅, 律师工作处, 省公证协会, 吉林司法警官职业学院, 相关处室局.
_ENDINGS = (
    r"厅|局|委|办|部|处|室|院|署|司|组|会|所|站|队|社|科|股|处（室、局）|中心|学院|大学|学校|高校|"
    r"集团|公司|企业|银行|人行|政府|开发区|新区|高新区|园区|党委|党组|工会|团委|妇联|工商联|残联|科协|"
    r"侨联|文联|社科联|人大|政协|军分区|警备区|武警|单位|部门|机构|机关|海关|街道|乡镇|监狱|图书馆|"
    r"档案馆|电视台|市州|市县|区县|县区|县（市、区）|县\(市、区\)|税务|电网|联通|移动|电信|铁塔"
)
_NAME = re.compile(rf"[\w（）()·“”《》、/-]{{1,28}}?(?:{_ENDINGS})")
# 各市 / 各市（州） / 各区县政府 / 各地
_EVERY = re.compile(
    r"各(?:省|市|县|区|州|盟|旗|乡|镇|街道|地区|地|级)+(?:[（(].{1,6}[)）])?(?:人民政府|政府|党委|管委会)?"
    r"(?:[（(].{1,6}[)）])?"
)
# 省发展改革委（省能源局）
_AND_ITS_OTHER_NAME = re.compile(r"[（(][^（()）]{2,12}[)）]$")
# Such an ending makes a name of an office even where nothing else says that an office is meant.
_STRONG = re.compile(r"(?:厅|局|委|办|部|处|署|司|政府|办公室|法院|检察院|委员会|管委会|政治部)")
_LEVEL = re.compile(r"[国省市区县旗州厅部局各]|自治")
# （以下简称司法部） / （包括派出所） / （不再由法院负责）
_NO_NAME = re.compile(
    r"以下|简称|统称|包括|不含|例如|详见|除外|截至|是指|其中|为牵头|黑体|排名|排在|列第|不|的|了|须|"
    r"均|被|把|可以|能够|必须|应当|以及|通过|按照|根据|完成|加强|\d年|年底|月底|，|。"
)
_GENERIC = re.compile(
    r"基层|各级|有关|相关|本级|上级|下级|同级|全体|其他|行政机关|用人单位|主管部门|牵头"
)


def is_department(name: str) -> bool:
    """Whether `name` can be a department's, in a place where departments are named.

    >>> is_department("社区矫正管理局"), is_department("相关处室局"), is_department("室")
    (True, True, False)
    """
    if not 1 < len(name) < 30 or _NO_NAME.search(name.replace("不动产", "")):
        return False
    plain = _AND_ITS_OTHER_NAME.sub("", name)
    return _NAME.fullmatch(plain) is not None or _EVERY.fullmatch(name) is not None


def is_plainly_department(name: str) -> bool:
    """Whether `name` is a department's wherever it stands: 省财政厅, but not 派出所 or 有关部门."""
    return (
        len(name) > 2
        and is_department(name)
        and _STRONG.search(name, len(name) - 3) is not None
        and not _GENERIC.match(name)
    )


def has_level(name: str) -> bool:
    """Whether the name says whose department it is: 省财政厅, 市公安局, 各市政府."""
    return _LEVEL.match(name) is not None
