<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActivityStrip</name>
        <message>
            <source>Stopping after this step …</source>
            <translation>这一步完成后停止……</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>AddressQuestion</name>
        <message>
            <source>New article from a web address</source>
            <translation>从网址新建稿件</translation>
        </message>
        <message>
            <source>Web address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>Address of the Chinese page:</source>
            <translation>中文网页的地址：</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>A web address begins with http:// or https://.</source>
            <translation>网址应以 http:// 或 https:// 开头。</translation>
        </message>
    </context>
    <context>
        <name>AssetPage</name>
        <message>
            <source>1 line</source>
            <translation>1 条</translation>
        </message>
        <message>
            <source>%1 lines</source>
            <translation>%1 条</translation>
        </message>
        <message>
            <source>Search …</source>
            <translation>搜索……</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入……</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出……</translation>
        </message>
    </context>
    <context>
        <name>ChecklistView</name>
        <message>
            <source>met</source>
            <translation>已满足</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>未满足</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加……</translation>
        </message>
        <message>
            <source>Accept…</source>
            <translation>接受……</translation>
        </message>
    </context>
    <context>
        <name>ComingPlace</name>
        <message>
            <source>Open an article first</source>
            <translation>请先打开一篇稿件</translation>
        </message>
        <message>
            <source>This place works on one article. Choose it in the Library.</source>
            <translation>此处一次处理一篇稿件，请在稿库中选择。</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>That was the last unconfirmed row.</source>
            <translation>这是最后一个未确认的句段。</translation>
        </message>
        <message>
            <source>There is no unconfirmed row in this direction.</source>
            <translation>这个方向没有未确认的句段了。</translation>
        </message>
        <message>
            <source>Why is this sentence left out?</source>
            <translation>为什么略去这句话？</translation>
        </message>
        <message>
            <source>The reviewer reads this; then Enter</source>
            <translation>审校会看到此说明；输入后按回车</translation>
        </message>
        <message>
            <source>There are no findings.</source>
            <translation>没有检查结果。</translation>
        </message>
        <message>
            <source>This row is empty. Write it, or leave it out on purpose (Ctrl+Shift+O).</source>
            <translation>此句段为空。请翻译，或有意略去（Ctrl+Shift+O）。</translation>
        </message>
        <message>
            <source>Ctrl+Enter confirms this row, Ctrl+T splits it. A row is one piece of a paragraph.</source>
            <translation>Ctrl+Enter 确认本句段，Ctrl+T 拆分。一个句段只属于一个段落。</translation>
        </message>
        <message>
            <source>You are pasting %1 lines.</source>
            <translation>正在粘贴 %1 行文字。</translation>
        </message>
        <message>
            <source>Into how many rows shall they go?</source>
            <translation>要放入几个句段？</translation>
        </message>
        <message>
            <source>One row a line</source>
            <translation>每行一个句段</translation>
        </message>
        <message>
            <source>All into this row</source>
            <translation>全部放入本句段</translation>
        </message>
        <message>
            <source>%1 lines did not find a row.</source>
            <translation>有 %1 行没有对应的句段。</translation>
        </message>
    </context>
    <context>
        <name>CommentsPanel</name>
        <message>
            <source>Say something about this row; Ctrl+Enter sends</source>
            <translation>对本句段发表批注；Ctrl+Enter 发送</translation>
        </message>
        <message>
            <source>New comment</source>
            <translation>新批注</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Nobody has said anything about this article yet.</source>
            <translation>这篇稿件还没有批注。</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 句</translation>
        </message>
        <message>
            <source>article</source>
            <translation>全文</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>✓ Resolve</source>
            <translation>✓ 解决</translation>
        </message>
    </context>
    <context>
        <name>Completion</name>
        <message>
            <source>Completions</source>
            <translation>输入补全</translation>
        </message>
    </context>
    <context>
        <name>ConcordancePanel</name>
        <message>
            <source>Words in Chinese or English; Enter searches the memory</source>
            <translation>输入中文或英文；回车检索翻译记忆</translation>
        </message>
        <message>
            <source>Search the memory</source>
            <translation>检索翻译记忆</translation>
        </message>
        <message>
            <source>The memory does not have these words.</source>
            <translation>翻译记忆中没有这些词。</translation>
        </message>
    </context>
    <context>
        <name>ConflictBar</name>
        <message>
            <source>Somebody</source>
            <translation>有人</translation>
        </message>
        <message>
            <source>%1 saved another text for this row while you were typing. Both are kept.</source>
            <translation>您输入时，%1 保存了本句段的另一译文。两者都已保留。</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>采用对方的</translation>
        </message>
    </context>
    <context>
        <name>DetailsForm</name>
        <message>
            <source>separated by commas</source>
            <translation>以逗号分隔</translation>
        </message>
        <message>
            <source>Fewer details</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>More details</source>
            <translation>更多信息</translation>
        </message>
    </context>
    <context>
        <name>Drafts</name>
        <message>
            <source>Filling empty rows</source>
            <translation>正在填充空句段</translation>
        </message>
        <message>
            <source>Fill empty segments</source>
            <translation>填充空句段</translation>
        </message>
    </context>
    <context>
        <name>EditionModel</name>
        <message>
            <source>Number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>译文</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>EditionView</name>
        <message>
            <source>Target, row %1, %2</source>
            <translation>译文，第 %1 句，%2</translation>
        </message>
        <message>
            <source>Source, row %1</source>
            <translation>原文，第 %1 句</translation>
        </message>
    </context>
    <context>
        <name>EditorHeader</name>
        <message>
            <source>Back to the library</source>
            <translation>返回稿库</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>%1 edition</source>
            <translation>%1版</translation>
        </message>
        <message>
            <source>Submit for review</source>
            <translation>提交审校</translation>
        </message>
        <message>
            <source>Approve article</source>
            <translation>批准全文</translation>
        </message>
        <message>
            <source>Publish…</source>
            <translation>发布……</translation>
        </message>
        <message>
            <source>Start a correction</source>
            <translation>开始更正</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
    </context>
    <context>
        <name>EditorPlace</name>
        <message>
            <source>%1 of %2 confirmed</source>
            <translation>已确认 %1/%2</translation>
        </message>
        <message>
            <source>%1 words</source>
            <translation>%1 个英文词</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 条检查结果</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditorScreen</name>
        <message>
            <source>source</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>初稿</translation>
        </message>
        <message>
            <source>text</source>
            <translation>译文</translation>
        </message>
        <message>
            <source>This library is open for reading only.</source>
            <translation>此稿库以只读方式打开。</translation>
        </message>
        <message>
            <source>A published page is never changed. Start a correction to work on a new version.</source>
            <translation>已发布的页面不再更改。如需修改，请开始更正，在新版本上进行。</translation>
        </message>
        <message>
            <source>This row is locked. Unlock it first (Ctrl+Shift+L).</source>
            <translation>此句段已锁定，请先解锁（Ctrl+Shift+L）。</translation>
        </message>
        <message>
            <source>This sentence is left out on purpose. Take it back in first (Ctrl+Shift+O).</source>
            <translation>这句话已有意略去，请先恢复（Ctrl+Shift+O）。</translation>
        </message>
        <message>
            <source>This page was withdrawn and cannot be changed.</source>
            <translation>此页已撤回，不能更改。</translation>
        </message>
    </context>
    <context>
        <name>EngineQuestion</name>
        <message>
            <source>Fill empty segments</source>
            <translation>填充空句段</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Only empty rows are filled. What is filled stays a draft until a person confirms it.</source>
            <translation>只填充空句段。填入的内容在人工确认之前始终是初稿。</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>填充</translation>
        </message>
    </context>
    <context>
        <name>ExchangeNotice</name>
        <message>
            <source>%1 entries, %2 problems</source>
            <translation>%1 条，%2 个问题</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>FilterButton</name>
        <message>
            <source>Any</source>
            <translation>不限</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>New article</source>
            <translation>新建稿件</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>替换为</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>区分大小写</translation>
        </message>
        <message>
            <source>Whole words</source>
            <translation>全词匹配</translation>
        </message>
        <message>
            <source>Pattern</source>
            <translation>正则表达式</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Replaced in %1 rows</source>
            <translation>已替换 %1 个句段</translation>
        </message>
        <message>
            <source>Not a pattern: %1</source>
            <translation>正则表达式有误：%1</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一个</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一个</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>No findings. F8 goes to the next one when there is any.</source>
            <translation>没有检查结果。有结果时按 F8 跳到下一个。</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>另有 %1 条</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 句</translation>
        </message>
        <message>
            <source>Right as it is…</source>
            <translation>确认无误……</translation>
        </message>
        <message>
            <source>Why it is right; then Enter</source>
            <translation>说明为何无误；输入后按回车</translation>
        </message>
        <message>
            <source>Reason for accepting this finding</source>
            <translation>接受此检查结果的理由</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
        <message>
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <source>as it stands under an article</source>
            <translation>与稿件署名一致</translation>
        </message>
        <message>
            <source>Put the sample article into the library, to try things out</source>
            <translation>在稿库中放入一篇示例稿件，便于试用</translation>
        </message>
        <message>
            <source>Welcome to Translation Workbench</source>
            <translation>欢迎使用翻译工作台</translation>
        </message>
        <message>
            <source>Everything you do is kept in a library on this computer. Who is working? The first person may do everything; others can be added later under Tools, People.</source>
            <translation>您的工作都保存在本机的稿库中。请问由谁使用？第一位使用者拥有全部权限；其他人可稍后在“工具 › 人员”中添加。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>A name is needed: it is credited for what you translate.</source>
            <translation>请填写姓名：译文将以此署名。</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>This row has not been written yet.</source>
            <translation>此句段尚未翻译。</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>↩ Put this version back</source>
            <translation>↩ 恢复此版本</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>from the memory</source>
            <translation>来自翻译记忆</translation>
        </message>
        <message>
            <source>machine draft</source>
            <translation>机器初稿</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>put back</source>
            <translation>恢复</translation>
        </message>
    </context>
    <context>
        <name>ImportResult</name>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>added</source>
            <translation>已添加</translation>
        </message>
        <message>
            <source>the original changed; finished work was kept</source>
            <translation>原文有改动；已完成的译文已保留</translation>
        </message>
        <message>
            <source>was here already</source>
            <translation>已在稿库中</translation>
        </message>
        <message>
            <source>left out: %1</source>
            <translation>已略去：%1</translation>
        </message>
        <message>
            <source>%1 added, %2 updated, %3 unchanged, %4 problems</source>
            <translation>新增 %1，更新 %2，未变 %3，问题 %4</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>正在导入</translation>
        </message>
    </context>
    <context>
        <name>LibraryModel</name>
        <message>
            <source>%1 of %2 confirmed</source>
            <translation>已确认 %1/%2</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Translator</source>
            <translation>译者</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新时间</translation>
        </message>
    </context>
    <context>
        <name>LibraryScreen</name>
        <message>
            <source>1 article</source>
            <translation>1 篇稿件</translation>
        </message>
        <message>
            <source>%1 articles</source>
            <translation>%1 篇稿件</translation>
        </message>
        <message>
            <source>The library could not be opened</source>
            <translation>稿库无法打开</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>No article in this queue matches. Try fewer words, another queue, or clear the filters.</source>
            <translation>此队列中没有符合条件的稿件。请减少关键词、换一个队列，或清除筛选。</translation>
        </message>
        <message>
            <source>Bring in the first article</source>
            <translation>导入第一篇稿件</translation>
        </message>
        <message>
            <source>Drop Chinese articles here as .docx, .html or .txt files, paste their text, or give the address of a page. They are filed by headline, date and section.</source>
            <translation>将中文稿件（.docx、.html 或 .txt 文件）拖到此处，粘贴文字，或提供网址。稿件将按标题、日期和栏目归档。</translation>
        </message>
        <message>
            <source>No drafts</source>
            <translation>没有稿件在翻译</translation>
        </message>
        <message>
            <source>Articles being translated stand here. Bring in a new one, or look at all articles.</source>
            <translation>正在翻译的稿件列在这里。可以导入新稿，或查看全部稿件。</translation>
        </message>
        <message>
            <source>Nothing waits for review</source>
            <translation>没有待审校的稿件</translation>
        </message>
        <message>
            <source>When a translator submits an article, it stands here for a reviewer.</source>
            <translation>译者提交的稿件会列在这里，等待审校。</translation>
        </message>
        <message>
            <source>Nothing is ready to publish</source>
            <translation>没有待发布的稿件</translation>
        </message>
        <message>
            <source>Articles stand here when a reviewer has approved exactly their text.</source>
            <translation>经审校批准定稿的稿件列在这里。</translation>
        </message>
        <message>
            <source>Nothing has been published yet</source>
            <translation>尚未发布稿件</translation>
        </message>
        <message>
            <source>Published articles stand here, with the version that readers see.</source>
            <translation>已发布的稿件列在这里，与读者所见版本一致。</translation>
        </message>
        <message>
            <source>No articles</source>
            <translation>没有稿件</translation>
        </message>
        <message>
            <source>Bring in the first article to begin.</source>
            <translation>请先导入第一篇稿件。</translation>
        </message>
        <message>
            <source>Drop .docx, .html or .txt files here, or paste a web address</source>
            <translation>将 .docx、.html 或 .txt 文件拖到此处，或粘贴网址</translation>
        </message>
        <message>
            <source>Drop to import</source>
            <translation>松开即可导入</translation>
        </message>
    </context>
    <context>
        <name>LibraryTable</name>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open or make a library</source>
            <translation>打开或新建稿库</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>稿库</translation>
        </message>
        <message>
            <source>Translation Workbench %1
Translate, review and publish Chinese news side by side.</source>
            <translation>翻译工作台 %1
对照翻译、审校并发布中文新闻。</translation>
        </message>
        <message>
            <source>What goes wrong is written to %1</source>
            <translation>运行中的问题记录在 %1</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Translation Workbench</source>
            <translation>翻译工作台</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>This did not work</source>
            <translation>操作未成功</translation>
        </message>
        <message>
            <source>This cannot be done yet:</source>
            <translation>目前还不能这样做：</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>PaintedRows</name>
        <message>
            <source>Article</source>
            <translation>稿件</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>您想做什么？</translation>
        </message>
    </context>
    <context>
        <name>PasteQuestion</name>
        <message>
            <source>New article from pasted text</source>
            <translation>粘贴文字新建稿件</translation>
        </message>
        <message>
            <source>The first line is the headline.</source>
            <translation>第一行为标题。</translation>
        </message>
        <message>
            <source>Text of the article</source>
            <translation>稿件正文</translation>
        </message>
        <message>
            <source>Paste the text of the article:</source>
            <translation>请粘贴稿件正文：</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>There is no text yet. Paste the article, headline first.</source>
            <translation>还没有文字。请粘贴稿件，标题在前。</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改……</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Only an admin may change people.</source>
            <translation>只有管理员可以更改人员。</translation>
        </message>
        <message>
            <source>no longer works here</source>
            <translation>已离职</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>works here</source>
            <translation>在职</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>A person needs a name.</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>Tick at least one role.</source>
            <translation>请至少勾选一个角色。</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Preview of the page</source>
            <translation>页面预览</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺失</translation>
        </message>
    </context>
    <context>
        <name>PublishPlace</name>
        <message>
            <source>version %1</source>
            <translation>第 %1 版</translation>
        </message>
        <message>
            <source>Accept that “%1” is missing</source>
            <translation>接受缺少“%1”</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>文件存放的文件夹</translation>
        </message>
        <message>
            <source>%1 files written to %2</source>
            <translation>已将 %1 个文件写入 %2</translation>
        </message>
    </context>
    <context>
        <name>PublishScreen</name>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>Ready to publish?</source>
            <translation>可以发布了吗？</translation>
        </message>
        <message>
            <source>Page details</source>
            <translation>页面信息</translation>
        </message>
        <message>
            <source>Formats</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Back to the library</source>
            <translation>返回稿库</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印……</translation>
        </message>
        <message>
            <source>Web page (.html)</source>
            <translation>网页（.html）</translation>
        </message>
        <message>
            <source>Word (.docx)</source>
            <translation>Word 文档（.docx）</translation>
        </message>
        <message>
            <source>Text (.txt)</source>
            <translation>纯文本（.txt）</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>Bilingual Word table</source>
            <translation>双语对照 Word 表格</translation>
        </message>
        <message>
            <source>gettext (.po)</source>
            <translation>gettext（.po）</translation>
        </message>
        <message>
            <source>XLIFF 2.1</source>
            <translation>XLIFF 2.1</translation>
        </message>
        <message>
            <source>XLIFF 1.2</source>
            <translation>XLIFF 1.2</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Approved by %1 · %2</source>
            <translation>由 %1 批准 · %2</translation>
        </message>
        <message>
            <source>Export %1 file</source>
            <translation>导出 %1 个文件</translation>
        </message>
        <message>
            <source>Export %1 files</source>
            <translation>导出 %1 个文件</translation>
        </message>
        <message>
            <source>The checklist says what is missing.</source>
            <translation>请看清单中缺少的内容。</translation>
        </message>
        <message>
            <source>Publishing takes an editor.</source>
            <translation>发布须由编辑操作。</translation>
        </message>
    </context>
    <context>
        <name>ReasonQuestion</name>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>A reason is needed; it is kept in the history.</source>
            <translation>请填写理由，理由将存入历史记录。</translation>
        </message>
    </context>
    <context>
        <name>ReviewPlace</name>
        <message>
            <source>%1 of %2 approved</source>
            <translation>已批准 %1/%2</translation>
        </message>
        <message>
            <source>%1 returned</source>
            <translation>已退回 %1</translation>
        </message>
        <message>
            <source>%1 words</source>
            <translation>%1 个英文词</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 条检查结果</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewScreen</name>
        <message>
            <source>What should change?</source>
            <translation>需要修改什么？</translation>
        </message>
        <message>
            <source>changes since the draft was submitted</source>
            <translation>提交审校后的改动</translation>
        </message>
        <message>
            <source>An approval holds for exactly this text. Any later change to the source, the draft or the credits puts the article back in review.</source>
            <translation>批准只对当前文字有效。此后原文、译文或署名如有改动，稿件将退回审校。</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>已略去</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
    </context>
    <context>
        <name>RowCommands</name>
        <message>
            <source>Why is it added?</source>
            <translation>为什么添加？</translation>
        </message>
        <message>
            <source>Text to add behind this row:</source>
            <translation>在本句段之后添加的文字：</translation>
        </message>
        <message>
            <source>Split this row first: its source is not one piece.</source>
            <translation>请先拆分本句段：其原文不止一段。</translation>
        </message>
        <message>
            <source>Source:</source>
            <translation>原文：</translation>
        </message>
        <message>
            <source>Select the term in the source of the active row first.</source>
            <translation>请先在当前句段的原文中选择术语。</translation>
        </message>
        <message>
            <source>“%1” in the term base:</source>
            <translation>“%1”在术语库中的译法：</translation>
        </message>
        <message>
            <source>“%1” is in the term base.</source>
            <translation>“%1”已加入术语库。</translation>
        </message>
        <message>
            <source>Enter to go on, Esc to leave it</source>
            <translation>回车继续，Esc 取消</translation>
        </message>
    </context>
    <context>
        <name>RowState</name>
        <message>
            <source>left out on purpose</source>
            <translation>有意略去</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>初稿</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Search Chinese or English text …</source>
            <translation>搜索中文或英文……</translation>
        </message>
        <message>
            <source>Search in headlines and full text</source>
            <translation>在标题和全文中搜索</translation>
        </message>
        <message>
            <source>Ctrl K</source>
            <translation>Ctrl K</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印……</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Suggestions</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Concordance</source>
            <translation>语料检索</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>侧栏</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Workbench</source>
            <translation>翻译工作台</translation>
        </message>
        <message>
            <source>Queues and places of the library</source>
            <translation>稿库的队列与栏目</translation>
        </message>
    </context>
    <context>
        <name>StageBar</name>
        <message>
            <source>Stage: %1</source>
            <translation>阶段：%1</translation>
        </message>
    </context>
    <context>
        <name>StageCommands</name>
        <message>
            <source>What should change?</source>
            <translation>需要修改什么？</translation>
        </message>
        <message>
            <source>What is being corrected?</source>
            <translation>更正的内容是什么？</translation>
        </message>
        <message>
            <source>Why is the page withdrawn?</source>
            <translation>为什么撤回此页？</translation>
        </message>
        <message>
            <source>The reason is kept; then Enter</source>
            <translation>理由将存档；输入后按回车</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Typing …</source>
            <translation>正在输入……</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存……</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Read only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>Signed in as %1</source>
            <translation>当前用户：%1</translation>
        </message>
        <message>
            <source>Choose who is working</source>
            <translation>选择使用者</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>memory, numbers and names mended</source>
            <translation>翻译记忆（已换数字和名称）</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>翻译记忆</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPanel</name>
        <message>
            <source>Nothing like this sentence is in the memory yet.</source>
            <translation>翻译记忆中还没有类似的句子。</translation>
        </message>
        <message>
            <source>Ctrl %1</source>
            <translation>Ctrl %1</translation>
        </message>
        <message>
            <source>Facts in the source</source>
            <translation>原文中的事实</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>术语</translation>
        </message>
        <message>
            <source>Comment · %1 · %2</source>
            <translation>批注 · %1 · %2</translation>
        </message>
        <message>
            <source>is in the text</source>
            <translation>译文中已有</translation>
        </message>
        <message>
            <source>is not in the text</source>
            <translation>译文中没有</translation>
        </message>
    </context>
    <context>
        <name>VerdictButtons</name>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
    </context>
    <context>
        <name>WhoIsWorking</name>
        <message>
            <source>Who is working?</source>
            <translation>由谁使用？</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Segment</source>
            <translation>句段(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Article</source>
            <translation>稿件(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Import files…</source>
            <translation>导入文件……</translation>
        </message>
        <message>
            <source>New article from pasted text…</source>
            <translation>粘贴文字新建稿件……</translation>
        </message>
        <message>
            <source>New article from a web address…</source>
            <translation>从网址新建稿件……</translation>
        </message>
        <message>
            <source>Open library…</source>
            <translation>打开稿库……</translation>
        </message>
        <message>
            <source>Who is working…</source>
            <translation>更换使用者……</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Find…</source>
            <translation>查找……</translation>
        </message>
        <message>
            <source>Replace…</source>
            <translation>替换……</translation>
        </message>
        <message>
            <source>Copy rows as a table</source>
            <translation>将句段复制为表格</translation>
        </message>
        <message>
            <source>Confirm, go to next unconfirmed</source>
            <translation>确认并转到下一未确认句段</translation>
        </message>
        <message>
            <source>Confirm, go to next</source>
            <translation>确认并转到下一句段</translation>
        </message>
        <message>
            <source>Next unconfirmed</source>
            <translation>下一未确认句段</translation>
        </message>
        <message>
            <source>Previous unconfirmed</source>
            <translation>上一未确认句段</translation>
        </message>
        <message>
            <source>Copy source to target</source>
            <translation>将原文复制到译文</translation>
        </message>
        <message>
            <source>Insert suggestion %1</source>
            <translation>插入第 %1 条建议</translation>
        </message>
        <message>
            <source>Split at the caret</source>
            <translation>在光标处拆分</translation>
        </message>
        <message>
            <source>Join with next</source>
            <translation>与下一句段合并</translation>
        </message>
        <message>
            <source>Opens a paragraph</source>
            <translation>另起一段</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Leave out on purpose…</source>
            <translation>有意略去……</translation>
        </message>
        <message>
            <source>Add English without a source…</source>
            <translation>添加无原文的译文……</translation>
        </message>
        <message>
            <source>Lock or unlock</source>
            <translation>锁定或解锁</translation>
        </message>
        <message>
            <source>Correct the source…</source>
            <translation>更正原文……</translation>
        </message>
        <message>
            <source>Comment…</source>
            <translation>批注……</translation>
        </message>
        <message>
            <source>Add term from the selection…</source>
            <translation>将所选文字添加为术语……</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Fill empty segments…</source>
            <translation>填充空句段……</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Submit for review</source>
            <translation>提交审校</translation>
        </message>
        <message>
            <source>Approve article</source>
            <translation>批准全文</translation>
        </message>
        <message>
            <source>Return with a reason…</source>
            <translation>附理由退回……</translation>
        </message>
        <message>
            <source>Reopen the review</source>
            <translation>重新开始审校</translation>
        </message>
        <message>
            <source>Publish…</source>
            <translation>发布……</translation>
        </message>
        <message>
            <source>Start a correction</source>
            <translation>开始更正</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>撤回……</translation>
        </message>
        <message>
            <source>Concordance or search</source>
            <translation>语料检索或搜索</translation>
        </message>
        <message>
            <source>Next finding</source>
            <translation>下一条检查结果</translation>
        </message>
        <message>
            <source>Run all checks</source>
            <translation>运行全部检查</translation>
        </message>
        <message>
            <source>People…</source>
            <translation>人员……</translation>
        </message>
        <message>
            <source>Command palette…</source>
            <translation>命令面板……</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>稿库</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Larger article text</source>
            <translation>放大正文</translation>
        </message>
        <message>
            <source>Smaller article text</source>
            <translation>缩小正文</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>外观随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>About Translation Workbench</source>
            <translation>关于翻译工作台</translation>
        </message>
    </context>
    <context>
        <name>assets</name>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Source characters</source>
            <translation>原文字数</translation>
        </message>
        <message>
            <source>English words</source>
            <translation>英文词数</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Try fewer or other words, in Chinese or English.</source>
            <translation>请减少或更换中英文关键词。</translation>
        </message>
        <message>
            <source>Search the translation memory</source>
            <translation>搜索翻译记忆</translation>
        </message>
        <message>
            <source>Type Chinese or English words to see how they were translated before. Confirmed rows are remembered by themselves; other memories come in as TMX files.</source>
            <translation>输入中文或英文，查看以前的译法。已确认的句段会自动记入；其他记忆库可通过 TMX 文件导入。</translation>
        </message>
        <message>
            <source>The term base is empty</source>
            <translation>术语库为空</translation>
        </message>
        <message>
            <source>Bring in a TBX, CSV or Excel file, or add terms in the Editor.</source>
            <translation>请导入 TBX、CSV 或 Excel 文件，或在编辑时添加术语。</translation>
        </message>
        <message>
            <source>Nothing has been credited yet</source>
            <translation>还没有署名记录</translation>
        </message>
        <message>
            <source>When an article is approved, its translators and reviewers are credited here.</source>
            <translation>稿件批准后，译者与审校的工作量会记在这里。</translation>
        </message>
    </context>
    <context>
        <name>engines</name>
        <message>
            <source>Translation memory (exact sentences)</source>
            <translation>翻译记忆（完全相同的句子）</translation>
        </message>
        <message>
            <source>Without network: memory, then terms, names and figures</source>
            <translation>不联网：先用翻译记忆，再填术语、人名和数字</translation>
        </message>
        <message>
            <source>DeepL (needs a key; the text leaves this computer)</source>
            <translation>DeepL（需要密钥；文字会离开本机）</translation>
        </message>
        <message>
            <source>A language model with an OpenAI-compatible address</source>
            <translation>语言模型（OpenAI 兼容地址）</translation>
        </message>
        <message>
            <source>A model on this computer (CTranslate2)</source>
            <translation>本机模型（CTranslate2）</translation>
        </message>
        <message>
            <source>The sample article’s own English</source>
            <translation>示例稿件自带的英文</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>French</source>
            <translation>法文</translation>
        </message>
        <message>
            <source>German</source>
            <translation>德文</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>西班牙文</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>俄文</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>阿拉伯文</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日文</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>韩文</translation>
        </message>
    </context>
    <context>
        <name>moments</name>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <translation>%1 分钟前</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <translation>%1 小时前</translation>
        </message>
        <message>
            <source>Today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
    </context>
    <context>
        <name>publish</name>
        <message>
            <source>%1 is missing (accepted: %2)</source>
            <translation>缺少%1（已接受：%2）</translation>
        </message>
        <message>
            <source>%1 is given</source>
            <translation>%1已填写</translation>
        </message>
        <message>
            <source>%1 is missing</source>
            <translation>缺少%1</translation>
        </message>
        <message>
            <source>Page details are complete (%1 gaps accepted)</source>
            <translation>页面信息已齐全（已接受 %1 处空缺）</translation>
        </message>
        <message>
            <source>Page details are complete</source>
            <translation>页面信息已齐全</translation>
        </message>
        <message>
            <source>Translator and reviewer are different people</source>
            <translation>译者与审校不是同一人</translation>
        </message>
        <message>
            <source>Approved by one of its own translators</source>
            <translation>由本文译者之一批准</translation>
        </message>
        <message>
            <source>Approved by a reviewer</source>
            <translation>已由审校批准</translation>
        </message>
        <message>
            <source>Approved text is unchanged since approval</source>
            <translation>批准后文字未改动</translation>
        </message>
        <message>
            <source>Every segment has its text</source>
            <translation>每个句段都有译文</translation>
        </message>
        <message>
            <source>Every segment is confirmed</source>
            <translation>每个句段都已确认</translation>
        </message>
        <message>
            <source>No open findings</source>
            <translation>没有未处理的检查结果</translation>
        </message>
        <message>
            <source>No open comments</source>
            <translation>没有未解决的批注</translation>
        </message>
        <message>
            <source>No embargo runs</source>
            <translation>没有发布禁令</translation>
        </message>
        <message>
            <source>Every character can be shown</source>
            <translation>每个字符都能显示</translation>
        </message>
        <message>
            <source>Publishing takes an editor: choose who is working</source>
            <translation>发布须由编辑操作：请选择当前用户</translation>
        </message>
        <message>
            <source>Not approved yet: a reviewer has to approve it</source>
            <translation>尚未批准：须由审校批准</translation>
        </message>
        <message>
            <source>The text has changed since it was approved</source>
            <translation>批准后文字有改动</translation>
        </message>
        <message>
            <source>Some segments have no text</source>
            <translation>有的句段没有译文</translation>
        </message>
        <message>
            <source>Some segments are not confirmed</source>
            <translation>有的句段尚未确认</translation>
        </message>
        <message>
            <source>Findings are open</source>
            <translation>有未处理的检查结果</translation>
        </message>
        <message>
            <source>Comments are open</source>
            <translation>有未解决的批注</translation>
        </message>
        <message>
            <source>An embargo runs</source>
            <translation>发布禁令尚未解除</translation>
        </message>
        <message>
            <source>Some characters cannot be shown</source>
            <translation>有的字符无法显示</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Translator</source>
            <translation>译者</translation>
        </message>
        <message>
            <source>Page address</source>
            <translation>页面网址</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>关键词</translation>
        </message>
        <message>
            <source>Chinese source</source>
            <translation>中文原文</translation>
        </message>
        <message>
            <source>Photo credit</source>
            <translation>图片署名</translation>
        </message>
        <message>
            <source>Embargo</source>
            <translation>发布禁令</translation>
        </message>
    </context>
    <context>
        <name>sidebar</name>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>My drafts</source>
            <translation>我的稿件</translation>
        </message>
        <message>
            <source>Waiting for review</source>
            <translation>待审校</translation>
        </message>
        <message>
            <source>Ready to publish</source>
            <translation>待发布</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>All articles</source>
            <translation>全部稿件</translation>
        </message>
        <message>
            <source>Language assets</source>
            <translation>语言资产</translation>
        </message>
        <message>
            <source>Translation memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>Term base</source>
            <translation>术语库</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Translators &amp; credits</source>
            <translation>译者与署名</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>Drafting</source>
            <translation>翻译中</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>审校中</translation>
        </message>
        <message>
            <source>Changes requested</source>
            <translation>待修改</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>translator</source>
            <translation>译者</translation>
        </message>
        <message>
            <source>reviewer</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>editor</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>admin</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
</TS>
