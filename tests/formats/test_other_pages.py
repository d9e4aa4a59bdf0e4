"""Pages in the shapes of other sites: the same three paragraphs come out of each, with their fields."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.formats.reading import read_bytes
from workbench.model.kinds import SegmentKind

HEADLINE = "许达哲主持召开友城工作会议"
PARAGRAPHS = [
    "湖南日报4月2日讯（记者 刘笑雪）今天，省委副书记、省长许达哲主持召开会议，研究友好城市工作。",
    "许达哲充分肯定了近年来湖南友城工作取得的成绩。他指出，友好城市是各领域对外开放的重要官方平台。",
    "乌兰指出，国际友城工作对服务国家外交和湖南开放发展具有重要意义。",
]
TEXT = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
BROKEN = TEXT.replace("<p>", "").replace("</p>", "<br><br>")

PAGES = {
    "date in boxes before the headline": (
        f"<title>{HEADLINE}-新华网</title><div class=header><div><a href=/>新华网</a> &gt; 正文</div><div class=header-cont>"
        "<div class=header-time><span class=year><em>2020</em></span> <span class=day><em>04</em>/<em>03</em></span> "
        f"<span>09:21:33</span></div><div class=source>来源：湖南日报</div><div class=head-line><h1><span>{HEADLINE}</span></h1>"
        f"<div class=pageShare>字体：小 中 大 分享到：</div></div></div></div><div class=main><div id=detail>{TEXT}</div>"
        "<div class=editor>【责任编辑:成岚】</div></div>"
    ),
    "government portal": (
        f"<title>{HEADLINE}_地方政务_政府网</title><div class=BreadcrumbNav><a>首页</a> &gt; <a>新闻</a></div><div class=article><h1>"
        f"{HEADLINE}</h1><div class=pages-date>2020-04-03 09:30 <span>来源： 湖南日报</span><span>字号：默认 大 超大</span>|<span>打印"
        f"</span></div><div class=pages_content>{TEXT}</div><div>责任编辑：贺赟</div></div><ul><li><a>另一条新闻标题</a></li></ul>"
    ),
    "tables all the way down": (
        "<title>湖南省人民政府</title><table><tr><td>您的位置：<a>首页</a> >> <a>要闻</a></td></tr></table><table><tr><td align=center>"
        f"<font size=5><b>{HEADLINE}</b></font></td></tr><tr><td align=center>发布时间：2020-04-03　　来源：湖南日报　　点击：123次"
        f"</td></tr><tr><td>{BROKEN}</td></tr><tr><td align=right>【<a>打印</a>】【<a>关闭</a>】</td></tr></table>"
    ),
    "site name as first heading": (
        f"<title>{HEADLINE} – 湖南新闻</title><header><h1 class=site-title>湖南新闻</h1></header><article class='post category-ads "
        f"tag-share'><header><h2 class=entry-title>{HEADLINE}</h2><div>Posted on <time>2020-04-03</time> by admin</div></header>"
        f"<div class=entry-content>{TEXT}<div class=sharedaddy>Share this: Twitter Facebook</div></div></article>"
        "<div>来源：湖南日报</div><aside><h3>最新文章</h3><ul><li><a>新闻一条</a></li></ul></aside>"
    ),
    "nested sections": (
        f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div><span>湖南日报</span> <em>2020-04-03 09:00</em></div><div id=js_content>"
        + "".join(f"<section><section><p><span>{paragraph}</span></p></section></section>" for paragraph in PARAGRAPHS)
        + "<section><p>长按二维码关注我们</p></section></div>"
    ),
    "comments longer than the article": (
        f"<title>{HEADLINE}_某某网</title><h1>{HEADLINE}</h1><div>2020-04-03 来源：湖南日报</div><div class=con>{TEXT}</div><div id=comments>"
        + "".join(f"<div class=item><p>第{n}楼：这条评论说了很多，也很长，好像是正文一样，但是不是。</p></div>" for n in range(5))
        + "</div>"
    ),
    "everything hidden until a script runs": (
        f"<title>{HEADLINE}</title><div style='display:none'><h1>{HEADLINE}</h1><p>2020-04-03 来源：湖南日报</p><div>{TEXT}</div></div>"
    ),
    "text alone": f"<title>{HEADLINE}_某某网</title><p>2020-04-03 来源：湖南日报</p>{TEXT}",
}  # fmt: skip


@pytest.mark.parametrize("shape", PAGES)
def test_the_article_comes_out_of_every_shape(shape):
    found = read_bytes(f"<!DOCTYPE html><html><meta charset=utf-8>{PAGES[shape]}</html>".encode(), "a.html")
    assert found.headline == HEADLINE
    assert found.published == date(2020, 4, 3)
    assert found.outlet == "湖南日报"
    assert found.author == "刘笑雪"
    assert [block.text for block in found.blocks if block.kind is not SegmentKind.HEADLINE] == PARAGRAPHS


def test_a_masthead_date_above_the_headline_is_not_the_articles():
    found = read_bytes(
        f"<title>{HEADLINE}</title><body><div class=top><div>湖南省人民政府</div><div>15 July 2015</div></div>"
        f"<div><h1>{HEADLINE}</h1><div class=con>{TEXT}</div></div></body>".encode(),
        "a.html",
    )
    assert found.published is None
    assert any("No date" in problem.message for problem in found.problems)
