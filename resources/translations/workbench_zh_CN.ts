<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActiveRow</name>
        <message>
            <source>Article</source>
            <translation>稿件</translation>
        </message>
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
        <name>ActivityStrip</name>
        <message>
            <source>Stopping after this step…</source>
            <translation>完成这一步后停止……</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>AddressQuestion</name>
        <message>
            <source>The address of the Chinese page; headline, date and text are taken from it.</source>
            <translation>填写中文网页的地址，标题、日期和正文将自动提取。</translation>
        </message>
        <message>
            <source>New article from a web address</source>
            <translation>从网址新建稿件</translation>
        </message>
        <message>
            <source>Web address</source>
            <translation>网址</translation>
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
        <name>AlignmentPage</name>
        <message>
            <source>Building memory</source>
            <translation>正在建立翻译记忆</translation>
        </message>
        <message>
            <source>%1 · %2 doubtful</source>
            <translation>%1 · %2 处存疑</translation>
        </message>
        <message numerus="yes">
            <source>%1 pairs remembered</source>
            <translation>
                <numerusform>已记入 %1 对</numerusform>
            </translation>
        </message>
        <message>
            <source>Text</source>
            <translation>纯文本</translation>
        </message>
        <message>
            <source>Build memory from published articles…</source>
            <translation>用已发稿件建立翻译记忆……</translation>
        </message>
        <message>
            <source>Next doubtful (N)</source>
            <translation>下一处存疑（N）</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Put the sure links of this text into the memory and go on with the next text</source>
            <translation>把本篇可靠的句对记入翻译记忆，并转到下一篇</translation>
        </message>
        <message>
            <source>Take this text off the list without remembering more of it</source>
            <translation>将本篇移出列表，不再记入更多句对</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>略过此篇</translation>
        </message>
        <message>
            <source>Remember</source>
            <translation>记入</translation>
        </message>
    </context>
    <context>
        <name>AlwaysQuestion</name>
        <message>
            <source>Accept for good</source>
            <translation>永久接受</translation>
        </message>
        <message>
            <source>The checks will not bring this up again in any article. It stays in the list under Tools, Names and exceptions, where it can be changed and taken back.</source>
            <translation>今后所有稿件的检查都不再提示此项。它保存在“工具”→“人名地名与例外”的列表中，可随时修改或撤回。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>This needs the Chinese and the English words.</source>
            <translation>此类型需同时填写中文和英文。</translation>
        </message>
        <message>
            <source>Write the Chinese words, the English words, or both.</source>
            <translation>请填写中文、英文或两者。</translation>
        </message>
        <message>
            <source>A reason is needed; it is kept in the history.</source>
            <translation>请填写理由，理由将存入历史记录。</translation>
        </message>
        <message>
            <source>trap: these Chinese words are no number and need no English</source>
            <translation>陷阱词：这些中文不是数字，无需译出</translation>
        </message>
        <message>
            <source>equivalence: the Chinese may stand as this English</source>
            <translation>等价：该中文可以译为此英文</translation>
        </message>
        <message>
            <source>name: the house writes it so</source>
            <translation>名称：本社固定译法</translation>
        </message>
        <message>
            <source>term of the term base</source>
            <translation>术语库中的术语</translation>
        </message>
    </context>
    <context>
        <name>AnalysisNotice</name>
        <message>
            <source>Match analysis</source>
            <translation>匹配分析</translation>
        </message>
        <message>
            <source>Match</source>
            <translation>匹配</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>句段</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字符数</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>词</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>How much the memory knows</source>
            <translation>翻译记忆覆盖程度</translation>
        </message>
    </context>
    <context>
        <name>AssetPage</name>
        <message numerus="yes">
            <source>%1 lines</source>
            <translation>
                <numerusform>%1 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Search…</source>
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
        <name>AssignQuestion</name>
        <message>
            <source>Assign or hand over</source>
            <translation>分派或移交</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>分派</translation>
        </message>
        <message>
            <source>For %1 articles; what you leave as it is stays.</source>
            <translation>共 %1 篇稿件；未改动的项目保持原样。</translation>
        </message>
        <message>
            <source>Why it is handed over (kept in the history)</source>
            <translation>移交原因（记入历史）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>未分派</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>无期限</translation>
        </message>
        <message>
            <source>Due: %1</source>
            <translation>期限：%1</translation>
        </message>
    </context>
    <context>
        <name>BatchNotice</name>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>The files, their manifest and a report are in %1</source>
            <translation>文件、清单与报告位于 %1</translation>
        </message>
        <message>
            <source>Not published</source>
            <translation>未发布</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %2 articles published</source>
            <translation>
                <numerusform>已发布 %1 篇，共选 %2 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 files written</source>
            <translation>
                <numerusform>写出 %1 个文件</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BatchQuestion</name>
        <message numerus="yes">
            <source>Publish %1 articles</source>
            <translation>
                <numerusform>发布 %1 篇稿件</numerusform>
            </translation>
        </message>
        <message>
            <source>Every article goes through the checklist. What is not ready stays out, with its reasons.</source>
            <translation>每篇稿件都要过发布检查单。未就绪的不发布，并列出原因。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择……</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>Tick at least one format.</source>
            <translation>请至少勾选一种格式。</translation>
        </message>
        <message>
            <source>Choose a folder for the files.</source>
            <translation>请选择存放文件的文件夹。</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>文件存放的文件夹</translation>
        </message>
    </context>
    <context>
        <name>CandidatesQuestion</name>
        <message>
            <source>Candidates for the term base</source>
            <translation>候选术语</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>例句</translation>
        </message>
        <message>
            <source>Tick what shall become a term, and mend its English where needed.</source>
            <translation>请勾选要收为术语的词语，必要时改正英文。</translation>
        </message>
        <message>
            <source>Nothing comes back often enough that is not a term already.</source>
            <translation>没有反复出现而尚未收为术语的词语。</translation>
        </message>
        <message numerus="yes">
            <source>Add %1 terms</source>
            <translation>
                <numerusform>添加 %1 条术语</numerusform>
            </translation>
        </message>
        <message>
            <source>Add terms</source>
            <translation>加入术语</translation>
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
        <message>
            <source>advised</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Ready to publish?</source>
            <translation>可以发布了吗？</translation>
        </message>
        <message numerus="yes">
            <source>%1 to settle</source>
            <translation>
                <numerusform>待处理 %1 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>可以</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>File</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>I have read it</source>
            <translation>我已通读</translation>
        </message>
        <message>
            <source>Fewer points</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Every point</source>
            <translation>逐项显示</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
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
            <source>The same sentence was filled in here too: row %1. Look at it and confirm it.</source>
            <translation>相同句子也已填入第 %1 行，请核对并确认。</translation>
        </message>
        <message>
            <source>That was the last unconfirmed row.</source>
            <translation>这是最后一个未确认的句段。</translation>
        </message>
        <message>
            <source>There is no unconfirmed row in this direction.</source>
            <translation>这个方向没有未确认的句段了。</translation>
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
        <message numerus="yes">
            <source>%1 lines did not find a row.</source>
            <translation>
                <numerusform>有 %1 行没有对应的句段。</numerusform>
            </translation>
        </message>
        <message>
            <source>This row is empty. Write it, or leave it out on purpose (%1).</source>
            <translation>此行为空。请填写译文，或将其标为有意省略（%1）。</translation>
        </message>
        <message>
            <source>%1 confirms this row, %2 splits it. A row is one piece of a paragraph.</source>
            <translation>%1 确认此行，%2 拆分此行。一行即段落中的一句。</translation>
        </message>
        <message>
            <source>The same sentence was filled into %1 other rows, first %2. Look at each and confirm it.</source>
            <translation>相同句子也已填入其他 %1 行（第 %2 …… 行），请逐一核对并确认。</translation>
        </message>
        <message>
            <source>The text has changed since the check; it is being checked again.</source>
            <translation>检查之后译文已改动，正在重新检查。</translation>
        </message>
    </context>
    <context>
        <name>CommentsPanel</name>
        <message>
            <source>Answer %1; send it with %2</source>
            <translation>回复 %1；按 %2 发送</translation>
        </message>
        <message>
            <source>Say something about this row; send it with %2</source>
            <translation>对本句段发表批注；%2 发送</translation>
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
        <message>
            <source>Answer</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>↩ Answer</source>
            <translation>↩ 回复</translation>
        </message>
        <message>
            <source>Answer %1</source>
            <translation>回复 %1</translation>
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
        <name>ConceptQuestion</name>
        <message>
            <source>Edit a term</source>
            <translation>编辑术语</translation>
        </message>
        <message>
            <source>New term</source>
            <translation>新建术语</translation>
        </message>
        <message>
            <source>Where a form has others of the same rank, write them with a bar between: form | other form</source>
            <translation>同级的多种写法之间用竖线隔开：写法 | 另一写法</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Preferred English</source>
            <translation>首选英文</translation>
        </message>
        <message>
            <source>Also admitted</source>
            <translation>可用译法</translation>
        </message>
        <message>
            <source>Deprecated</source>
            <translation>不宜使用</translation>
        </message>
        <message>
            <source>Forbidden</source>
            <translation>禁用</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>定义</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Valid from (2020-04-03)</source>
            <translation>生效日期（2020-04-03）</translation>
        </message>
        <message>
            <source>Valid to (2020-04-03)</source>
            <translation>失效日期（2020-04-03）</translation>
        </message>
        <message>
            <source>Write dates as 2020-04-03.</source>
            <translation>日期请写成 2020-04-03。</translation>
        </message>
        <message>
            <source>A term needs its Chinese form and an English one.</source>
            <translation>术语要有中文形式和至少一个英文形式。</translation>
        </message>
        <message>
            <source>The last day of a term cannot be before its first.</source>
            <translation>失效日期不能早于生效日期。</translation>
        </message>
    </context>
    <context>
        <name>ConcordancePanel</name>
        <message>
            <source>Chinese or English words, then Enter</source>
            <translation>输入中文或英文，按 Enter 搜索</translation>
        </message>
        <message>
            <source>Search the memory</source>
            <translation>检索翻译记忆</translation>
        </message>
        <message>
            <source>Export hits…</source>
            <translation>导出查得结果……</translation>
        </message>
        <message>
            <source>written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>The memory does not have these words.</source>
            <translation>翻译记忆中没有这些词。</translation>
        </message>
        <message>
            <source>Go to the article</source>
            <translation>打开该稿件</translation>
        </message>
    </context>
    <context>
        <name>ConflictBar</name>
        <message>
            <source>Somebody</source>
            <translation>有人</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>采用对方的</translation>
        </message>
        <message>
            <source>You</source>
            <translation>您</translation>
        </message>
        <message>
            <source>Show row %1</source>
            <translation>转到第 %1 行</translation>
        </message>
        <message>
            <source>%1 saved another text for row %2 while you were typing. Both stay in the history; which one goes on?</source>
            <translation>您输入时，%1 为第 %2 行保存了另一份文字。两份都留在历史中；以哪一份为准？</translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s) wait(s) for a decision.</source>
            <translation>
                <numerusform>还有 %n 行等待决定。</numerusform>
            </translation>
        </message>
        <message>
            <source>Both texts</source>
            <translation>两份文字</translation>
        </message>
    </context>
    <context>
        <name>DangerQuestion</name>
        <message>
            <source>A library is in danger there</source>
            <translation>稿库放在此处有风险</translation>
        </message>
        <message>
            <source>Choose another place…</source>
            <translation>另选位置……</translation>
        </message>
        <message>
            <source>Open it all the same</source>
            <translation>仍然打开</translation>
        </message>
    </context>
    <context>
        <name>DashboardPage</name>
        <message>
            <source>%1 waiting</source>
            <translation>%1 件待办</translation>
        </message>
        <message>
            <source>submitted</source>
            <translation>送审</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>published</source>
            <translation>已发布</translation>
        </message>
        <message numerus="yes">
            <source>Articles this week; %1 segments confirmed</source>
            <translation>
                <numerusform>本周稿件；已确认 %1 个句段</numerusform>
            </translation>
        </message>
        <message>
            <source>findings</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Findings are being counted…</source>
            <translation>正在统计检查结果……</translation>
        </message>
        <message>
            <source>errors</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>warnings</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>已接受</translation>
        </message>
        <message>
            <source>Findings open, and accepted this week</source>
            <translation>未处理的检查结果及本周接受数</translation>
        </message>
        <message>
            <source>Words approved by month</source>
            <translation>每月批准词数</translation>
        </message>
        <message>
            <source>words</source>
            <translation>词</translation>
        </message>
        <message>
            <source>Hours in each stage on average</source>
            <translation>各阶段平均小时数</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>任何人</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>What waits for whom</source>
            <translation>待办一览</translation>
        </message>
        <message>
            <source>Export as SVG…</source>
            <translation>导出为 SVG……</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>导出为 CSV……</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Oldest since</source>
            <translation>最早始于</translation>
        </message>
    </context>
    <context>
        <name>Desktop</name>
        <message>
            <source>Translation Workbench</source>
            <translation>翻译工作台</translation>
        </message>
        <message>
            <source>Ended: %1</source>
            <translation>已完成：%1</translation>
        </message>
    </context>
    <context>
        <name>DetailsForm</name>
        <message>
            <source>Page details</source>
            <translation>页面信息</translation>
        </message>
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
        <message>
            <source>Headline, summary, captions…</source>
            <translation>标题、摘要、图片说明……</translation>
        </message>
    </context>
    <context>
        <name>Dictionary</name>
        <message>
            <source>There is no Chinese word to look up.</source>
            <translation>没有可查的中文词。</translation>
        </message>
    </context>
    <context>
        <name>DictionaryPopup</name>
        <message>
            <source>The dictionary does not know this word.</source>
            <translation>词典中没有这个词。</translation>
        </message>
        <message>
            <source>Meanings of %1</source>
            <translation>“%1”的释义</translation>
        </message>
        <message>
            <source>Enter inserts · Ctrl+C copies · ← → next word · Esc closes</source>
            <translation>回车插入 · Ctrl+C 复制 · ← → 换词 · Esc 关闭</translation>
        </message>
        <message>
            <source>name</source>
            <translation>人名</translation>
        </message>
        <message>
            <source>term</source>
            <translation>术语</translation>
        </message>
        <message>
            <source>%1 %2: %3</source>
            <translation>%1 %2：%3</translation>
        </message>
    </context>
    <context>
        <name>DomainQuestion</name>
        <message>
            <source>Choose one or write a new one; leave it empty to take it away.</source>
            <translation>选择或新写一个领域；留空则去掉领域。</translation>
        </message>
        <message>
            <source>Domain of the chosen entries</source>
            <translation>所选条目的领域</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>DraftNotice</name>
        <message>
            <source>Fill empty segments</source>
            <translation>填充空句段</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>No row was filled</source>
            <translation>没有填入任何行</translation>
        </message>
        <message numerus="yes">
            <source>%1 rows were filled</source>
            <translation>
                <numerusform>已填入 %1 行</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 rows were filled in %2 articles</source>
            <translation>已填入 %2 篇稿件中的 %1 行</translation>
        </message>
        <message>
            <source>It was stopped. What is done stays; going on asks nothing twice.</source>
            <translation>已停止。已完成的内容予以保留；继续时不会重复询问。</translation>
        </message>
        <message numerus="yes">
            <source>%1 of them contradict their source. They are underlined in the text.</source>
            <translation>
                <numerusform>其中 %1 行与原文不符，已在译文中用波浪线标出。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 came from earlier answers and cost nothing.</source>
            <translation>%1 行取自以往的回答，不另计费。</translation>
        </message>
        <message numerus="yes">
            <source>%1 characters were sent.</source>
            <translation>
                <numerusform>已发送 %1 个字符。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DraftQuestion</name>
        <message>
            <source>Fill empty segments</source>
            <translation>填充空句段</translation>
        </message>
        <message>
            <source>Draft %1 articles</source>
            <translation>为 %1 篇稿件生成初稿</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>正在统计……</translation>
        </message>
        <message>
            <source>Open the settings of engines</source>
            <translation>打开引擎设置</translation>
        </message>
        <message>
            <source>Texts of this library may be sent to draft servers</source>
            <translation>允许将本稿库的文字发送到初稿服务器</translation>
        </message>
        <message>
            <source>Characters at most</source>
            <translation>字符数上限</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>填充</translation>
        </message>
        <message>
            <source>This engine has to be set up first: it needs a key, a server or a model.</source>
            <translation>请先设置此引擎：需要密钥、服务器或模型。</translation>
        </message>
        <message>
            <source>Nothing has left this library so far. The text would be sent to %1.</source>
            <translation>本稿库的文字迄今未离开本机。此次将发送到 %1。</translation>
        </message>
        <message>
            <source>An admin has to allow that, here or under Settings.</source>
            <translation>须由管理员在此处或“设置”中允许。</translation>
        </message>
        <message>
            <source>Only empty rows are filled. What is filled stays a draft until a person confirms it.</source>
            <translation>只填充空句段。填入的内容在人工确认之前始终是初稿。</translation>
        </message>
        <message>
            <source>Characters at most (empty: no limit)</source>
            <translation>字符数上限（留空为不限）</translation>
        </message>
    </context>
    <context>
        <name>Drafts</name>
        <message>
            <source>Filling empty rows</source>
            <translation>正在填充空句段</translation>
        </message>
        <message numerus="yes">
            <source>A draft of %1 articles was interrupted. What was answered is not paid for again. Go on?</source>
            <translation>
                <numerusform>%1 篇稿件的初稿生成被中断。已得到的回答不会重复计费。是否继续？</numerusform>
            </translation>
        </message>
        <message>
            <source>Interrupted draft</source>
            <translation>中断的初稿任务</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不再继续</translation>
        </message>
        <message>
            <source>Drafting articles</source>
            <translation>正在生成初稿</translation>
        </message>
    </context>
    <context>
        <name>Drops</name>
        <message>
            <source>Drop to open this library</source>
            <translation>松开即打开此稿库</translation>
        </message>
        <message>
            <source>Drop to bring this into the translation memory</source>
            <translation>松开即导入翻译记忆</translation>
        </message>
        <message>
            <source>Drop to bring this into the term base</source>
            <translation>松开即导入术语库</translation>
        </message>
        <message>
            <source>Drop to import; a file that was sent out from here comes back into its article</source>
            <translation>松开即导入；从这里发出的文件会并回原稿件</translation>
        </message>
    </context>
    <context>
        <name>EditionModel</name>
        <message>
            <source>Row %1</source>
            <translation>第 %1 句段</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>open comments: %1</source>
            <translation>未解决批注：%1</translation>
        </message>
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
            <translation>送审</translation>
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
        <message>
            <source>Approve %1</source>
            <translation>通过%1</translation>
        </message>
    </context>
    <context>
        <name>EditorPlace</name>
        <message>
            <source>%1 of %2 confirmed</source>
            <translation>已确认 %1/%2</translation>
        </message>
        <message numerus="yes">
            <source>%1 words</source>
            <translation>
                <numerusform>%1 个英文词</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 条检查结果</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is here</source>
            <translation>%1 在此稿件中</translation>
        </message>
        <message>
            <source>%1 is in segment %2</source>
            <translation>%1 在第 %2 句段</translation>
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
            <source>This page was withdrawn and cannot be changed.</source>
            <translation>此页已撤回，不能更改。</translation>
        </message>
        <message>
            <source>This row is locked. Unlock it first (%1).</source>
            <translation>此行已锁定，请先解锁（%1）。</translation>
        </message>
        <message>
            <source>This sentence is left out on purpose. Take it back in first (%1).</source>
            <translation>此句已有意省略，请先恢复（%1）。</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of another article are not saved: their text is kept. Go back there to settle it.</source>
            <translation>
                <numerusform>另一篇稿件中有 %n 行尚未保存，文字已保留。请回到那篇稿件处理。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EngineBox</name>
        <message>
            <source>Paste a key</source>
            <translation>粘贴密钥</translation>
        </message>
        <message>
            <source>Key for %1</source>
            <translation>%1 的密钥</translation>
        </message>
        <message>
            <source>Keep the key</source>
            <translation>保存密钥</translation>
        </message>
        <message>
            <source>Forget the key</source>
            <translation>删除密钥</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>测试连接</translation>
        </message>
        <message>
            <source>The key is in this computer’s keyring.</source>
            <translation>密钥保存在本机的系统钥匙串中。</translation>
        </message>
        <message>
            <source>The key comes from the environment variable %1.</source>
            <translation>密钥取自环境变量 %1。</translation>
        </message>
        <message>
            <source>The key lasts until the program is closed: this computer has no keyring to keep it in.</source>
            <translation>本机没有系统钥匙串，密钥仅在本次运行期间有效。</translation>
        </message>
        <message>
            <source>There is no key yet. It will be kept in this computer’s keyring and nowhere else.</source>
            <translation>尚未设置密钥。密钥只会保存在本机的系统钥匙串中。</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>正在询问……</translation>
        </message>
        <message>
            <source>There is no key yet. This computer has no keyring, so a key lasts until the program is closed.</source>
            <translation>尚未设置密钥。本机没有系统钥匙串，密钥仅在本次运行期间有效。</translation>
        </message>
        <message>
            <source>The environment variable %1 can bring one.</source>
            <translation>也可通过环境变量 %1 提供。</translation>
        </message>
    </context>
    <context>
        <name>EntryQuestion</name>
        <message>
            <source>Edit an entry of the memory</source>
            <translation>编辑翻译记忆条目</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>An entry needs a target. Retire it if it should not be used.</source>
            <translation>条目要有译文。若不再使用，请将其停用。</translation>
        </message>
    </context>
    <context>
        <name>ExceptionForm</name>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Add an exception</source>
            <translation>添加例外</translation>
        </message>
        <message>
            <source>Change an exception</source>
            <translation>修改例外</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Both: the Chinese may stand as this English. Chinese alone: it is no number and needs no English. English alone: these words stand as they are.</source>
            <translation>两者都填：该中文可以译为此英文。只填中文：它不是数字，无需译出。只填英文：这些词照原样保留。</translation>
        </message>
        <message>
            <source>Write the Chinese words, the English words, or both.</source>
            <translation>请填写中文、英文或两者。</translation>
        </message>
    </context>
    <context>
        <name>ExchangeNotice</name>
        <message numerus="yes">
            <source>%1 entries</source>
            <translation>
                <numerusform>%1 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>%1 处问题</numerusform>
            </translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Take it in all the same</source>
            <translation>仍然合并</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>%1 were there already</source>
            <translation>
                <numerusform>%1 条已存在</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FiguresNotice</name>
        <message>
            <source>Figures of the memory</source>
            <translation>翻译记忆统计</translation>
        </message>
        <message>
            <source>Entries in use</source>
            <translation>在用条目</translation>
        </message>
        <message>
            <source>Different sources</source>
            <translation>不同原文</translation>
        </message>
        <message>
            <source>Source characters</source>
            <translation>原文字数</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>已审校</translation>
        </message>
        <message>
            <source>Machine-made</source>
            <translation>机器译文</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>无日期</translation>
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
        <message numerus="yes">
            <source>Replaced in %1 rows</source>
            <translation>
                <numerusform>已替换 %1 个句段</numerusform>
            </translation>
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
            <source>Exact characters</source>
            <translation>严格区分字形</translation>
        </message>
        <message>
            <source>Tell full-width from half-width characters, and Simplified from Traditional.</source>
            <translation>区分全角与半角、简体与繁体。</translation>
        </message>
        <message>
            <source>Only these rows</source>
            <translation>只显示匹配行</translation>
        </message>
        <message>
            <source>Replace all…</source>
            <translation>全部替换……</translation>
        </message>
        <message>
            <source>Where to look</source>
            <translation>查找位置</translation>
        </message>
        <message>
            <source>How far</source>
            <translation>查找范围</translation>
        </message>
        <message>
            <source>This article</source>
            <translation>本稿</translation>
        </message>
        <message>
            <source>Whole library</source>
            <translation>整个稿库</translation>
        </message>
        <message numerus="yes">
            <source>%1 rows</source>
            <translation>
                <numerusform>%1 行</numerusform>
            </translation>
        </message>
        <message>
            <source>In the draft</source>
            <translation>译文中</translation>
        </message>
        <message>
            <source>In the source</source>
            <translation>原文中</translation>
        </message>
        <message>
            <source>In comments</source>
            <translation>批注中</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>所有位置</translation>
        </message>
    </context>
    <context>
        <name>FindCommands</name>
        <message>
            <source>Looking…</source>
            <translation>正在查找……</translation>
        </message>
    </context>
    <context>
        <name>FindingKeys</name>
        <message>
            <source>There are no findings.</source>
            <translation>没有检查结果。</translation>
        </message>
        <message>
            <source>No finding of this row has a remedy to put in.</source>
            <translation>本句没有可直接套用修改的检查结果。</translation>
        </message>
        <message>
            <source>There is no finding in this row.</source>
            <translation>本句没有检查结果。</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>%1 more</source>
            <translation>另有 %1 条</translation>
        </message>
        <message>
            <source>No findings.</source>
            <translation>没有检查结果。</translation>
        </message>
        <message>
            <source>No findings. %1 goes to the next one when there is any.</source>
            <translation>没有检查结果。有结果时按 %1 跳到下一个。</translation>
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
        <message>
            <source>How far it holds</source>
            <translation>适用范围</translation>
        </message>
        <message>
            <source>in this row, as it stands</source>
            <translation>仅本行，文字不变时有效</translation>
        </message>
        <message>
            <source>wherever these words stand in this article</source>
            <translation>本稿件中出现这些词之处</translation>
        </message>
        <message>
            <source>always, in every article…</source>
            <translation>永久，所有稿件……</translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
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
        <message>
            <source>I translate</source>
            <translation>我做翻译</translation>
        </message>
        <message>
            <source>I review</source>
            <translation>我做审校</translation>
        </message>
        <message>
            <source>I edit and publish</source>
            <translation>我做编辑和发布</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择……</translation>
        </message>
        <message>
            <source>Name a file for the library, not a folder.</source>
            <translation>请为稿库指定一个文件，而不是文件夹。</translation>
        </message>
        <message>
            <source>Everything you do is kept in a library, one file on this computer. The first person may do everything; others can be added later under Tools, People.</source>
            <translation>您的全部工作都保存在稿库中，即本机上的一个文件。第一个人拥有全部权限；以后可在“工具”菜单的“人员”中添加其他人。</translation>
        </message>
        <message>
            <source>Your work</source>
            <translation>您的工作</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>稿库</translation>
        </message>
        <message>
            <source>Choose where the library is kept</source>
            <translation>选择稿库存放位置</translation>
        </message>
        <message>
            <source>Where to keep the library</source>
            <translation>稿库存放位置</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>稿库</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>Choose…</source>
            <translation>选择……</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
    </context>
    <context>
        <name>FontDialog</name>
        <message>
            <source>Fonts of articles</source>
            <translation>稿件字体</translation>
        </message>
        <message>
            <source>Latin font</source>
            <translation>西文字体</translation>
        </message>
        <message>
            <source>Chinese font</source>
            <translation>中文字体</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Published pages keep the bundled fonts.</source>
            <translation>发布的页面仍使用自带字体。</translation>
        </message>
    </context>
    <context>
        <name>FormatBox</name>
        <message>
            <source>Formats</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Template of the web page</source>
            <translation>网页模板</translation>
        </message>
        <message>
            <source>Fewer formats</source>
            <translation>收起格式</translation>
        </message>
        <message>
            <source>More formats, template</source>
            <translation>更多格式与模板</translation>
        </message>
    </context>
    <context>
        <name>GoingOver</name>
        <message>
            <source>Your answer to %1</source>
            <translation>答复 %1</translation>
        </message>
        <message>
            <source>Enter sends it</source>
            <translation>按回车发送</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>User guide</source>
            <translation>使用指南</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>搜索指南</translation>
        </message>
        <message>
            <source>Pages of the guide</source>
            <translation>指南目录</translation>
        </message>
        <message>
            <source>The page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到</translation>
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
        <message>
            <source>Show changes since this version</source>
            <translation>显示自此版本以来的改动</translation>
        </message>
    </context>
    <context>
        <name>HitFilters</name>
        <message>
            <source>From anywhere</source>
            <translation>全部来源</translation>
        </message>
        <message>
            <source>Confirmed here</source>
            <translation>本稿库确认</translation>
        </message>
        <message>
            <source>Aligned</source>
            <translation>对齐所得</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>By anybody</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>From, e.g. 2020-04-03</source>
            <translation>起，如 2020-04-03</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>起始日期</translation>
        </message>
        <message>
            <source>To day</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>To, e.g. 2020-04-03</source>
            <translation>止，如 2020-04-03</translation>
        </message>
        <message>
            <source>This article only</source>
            <translation>仅限本稿</translation>
        </message>
    </context>
    <context>
        <name>HousePage</name>
        <message>
            <source>Search…</source>
            <translation>搜索……</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加……</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改……</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入……</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出……</translation>
        </message>
        <message>
            <source>%1 taken in</source>
            <translation>已导入 %1 条</translation>
        </message>
        <message>
            <source>%1 written to %2</source>
            <translation>已将 %1 条写入 %2</translation>
        </message>
    </context>
    <context>
        <name>HouseWindow</name>
        <message>
            <source>Names and exceptions</source>
            <translation>人名地名与例外</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>例外</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Known words</source>
            <translation>已知词</translation>
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
            <source>%1 added</source>
            <translation>新增 %1 篇</translation>
        </message>
        <message>
            <source>%1 updated</source>
            <translation>更新 %1 篇</translation>
        </message>
        <message>
            <source>%1 unchanged</source>
            <translation>未变 %1 篇</translation>
        </message>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>%1 处问题</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was found to import</source>
            <translation>没有找到可导入的内容</translation>
        </message>
        <message>
            <source>Pasted text</source>
            <translation>粘贴的文本</translation>
        </message>
        <message>
            <source>Import it all the same</source>
            <translation>仍然导入</translation>
        </message>
        <message>
            <source>Undo the updates</source>
            <translation>撤销本次更新</translation>
        </message>
        <message>
            <source>%1 held back</source>
            <translation>暂缓 %1 篇</translation>
        </message>
        <message>
            <source>Split and import</source>
            <translation>切分后导入</translation>
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
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>KeyField</name>
        <message>
            <source>Press a key</source>
            <translation>请按键</translation>
        </message>
    </context>
    <context>
        <name>KeysWindow</name>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设方案</translation>
        </message>
        <message>
            <source>Find an act or a key</source>
            <translation>查找操作或按键</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Second key</source>
            <translation>备用键</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Give this act the keys of the preset again</source>
            <translation>把此操作恢复为预设方案的按键</translation>
        </message>
        <message>
            <source>Take it from there</source>
            <translation>改归此操作</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>不再继续</translation>
        </message>
        <message>
            <source>Acts and their keys</source>
            <translation>操作及其按键</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Changed by you</source>
            <translation>已由您更改</translation>
        </message>
        <message>
            <source>Choose an act, then press its key in the field. Delete takes a key away.</source>
            <translation>先选择操作，再在框中按下所需的键；按 Delete 键取消按键。</translation>
        </message>
        <message>
            <source>%1 belongs to the input method and stays free.</source>
            <translation>%1 留给输入法使用，不能绑定。</translation>
        </message>
        <message>
            <source>%1 alone types something. Press it together with Ctrl or Alt.</source>
            <translation>单按 %1 会输入字符，请与 Ctrl 或 Alt 同时按下。</translation>
        </message>
        <message>
            <source>“%1” (%2)</source>
            <translation>“%1”（%2）</translation>
        </message>
        <message>
            <source>%1 is taken by %2.</source>
            <translation>%1 已用于%2。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
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
            <source>Field of a comment</source>
            <translation>批注输入框</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>所有界面</translation>
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
        <message>
            <source>due %1</source>
            <translation>%1 截止</translation>
        </message>
    </context>
    <context>
        <name>LibraryScreen</name>
        <message numerus="yes">
            <source>%1 articles</source>
            <translation>
                <numerusform>%1 篇稿件</numerusform>
            </translation>
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
            <source>Nothing is given to you now</source>
            <translation>目前没有分派给您的稿件</translation>
        </message>
        <message>
            <source>Articles stand here while it is your turn: to translate, to review or to publish.</source>
            <translation>轮到您翻译、审校或发布的稿件列在这里。</translation>
        </message>
        <message>
            <source>Nothing waits for anybody</source>
            <translation>没有待领取的稿件</translation>
        </message>
        <message>
            <source>Articles that nobody has stand here for everybody who may take them.</source>
            <translation>尚未分派的稿件列在这里，有相应角色的人都可领取。</translation>
        </message>
        <message>
            <source>Nothing was sent back to you</source>
            <translation>没有退回给您的稿件</translation>
        </message>
        <message>
            <source>Articles stand here that a reviewer returned, with the reasons in the text.</source>
            <translation>审校退回的稿件列在这里，原因写在正文中。</translation>
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
        <name>LivePreview</name>
        <message>
            <source>Preview of the page; a click goes to the row</source>
            <translation>页面预览；点击可跳转到对应行</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺失</translation>
        </message>
    </context>
    <context>
        <name>LongRows</name>
        <message>
            <source>This row is not too long to be edited as it is.</source>
            <translation>此行不算过长，可照常编辑。</translation>
        </message>
        <message>
            <source>This row is slow to edit (characters: %1). It can be divided at pauses; its paragraph stays whole.</source>
            <translation>此行有 %1 个字符，编辑起来很慢。可在停顿处拆成多行，所在段落保持完整。</translation>
        </message>
        <message>
            <source>Divide</source>
            <translation>拆分</translation>
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
            <source>Translation Workbench</source>
            <translation>翻译工作台</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Stopped before the end. What was taken in so far stays, and doing it again takes in the rest; a file that was being written was not made.</source>
            <translation>已中途停止。此前导入的内容已保留，再次执行即可导入其余部分；正在写出的文件不会生成。</translation>
        </message>
    </context>
    <context>
        <name>MemoryPage</name>
        <message>
            <source>Use again</source>
            <translation>恢复使用</translation>
        </message>
        <message>
            <source>Retire (Del)</source>
            <translation>停用（Del）</translation>
        </message>
        <message>
            <source>%1 chosen</source>
            <translation>已选 %1 条</translation>
        </message>
        <message>
            <source>From anywhere</source>
            <translation>全部来源</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>By anybody</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Any domain</source>
            <translation>全部领域</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Figures…</source>
            <translation>统计……</translation>
        </message>
        <message>
            <source>Edit… (F2)</source>
            <translation>编辑……（F2）</translation>
        </message>
        <message>
            <source>Replace words… (Ctrl+H)</source>
            <translation>替换词语……（Ctrl+H）</translation>
        </message>
        <message>
            <source>Domain…</source>
            <translation>领域……</translation>
        </message>
        <message>
            <source>Merge them all</source>
            <translation>全部合并</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Target language</source>
            <translation>译文语言</translation>
        </message>
        <message numerus="yes">
            <source>The newest %1 lines</source>
            <translation>
                <numerusform>最新 %1 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo: Ctrl+Z</source>
            <translation>撤销：Ctrl+Z</translation>
        </message>
    </context>
    <context>
        <name>NameForm</name>
        <message>
            <source>other accepted forms, with | between two</source>
            <translation>其他可用译法，用 | 分隔</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Also</source>
            <translation>其他译法</translation>
        </message>
        <message>
            <source>Titles</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Add a name</source>
            <translation>添加名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Dates are written 2016-09-05; an empty one leaves that end open.</source>
            <translation>日期写作 2016-09-05；留空表示起止不限。</translation>
        </message>
        <message>
            <source>%1 is no date. Write it as 2016-09-05.</source>
            <translation>“%1”不是日期，请写作 2016-09-05。</translation>
        </message>
        <message>
            <source>A name needs its Chinese and its English form.</source>
            <translation>名称需同时有中文和英文形式。</translation>
        </message>
        <message>
            <source>A title needs its Chinese and its English.</source>
            <translation>职务需同时有中文和英文。</translation>
        </message>
    </context>
    <context>
        <name>Narrowing</name>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Changed last by</source>
            <translation>最后修改人</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>全部行</translation>
        </message>
        <message>
            <source>Changed on or after</source>
            <translation>修改日期不早于</translation>
        </message>
        <message>
            <source>Changed on or before</source>
            <translation>修改日期不晚于</translation>
        </message>
        <message>
            <source>Narrowed</source>
            <translation>已筛选</translation>
        </message>
        <message>
            <source>Which rows</source>
            <translation>筛选行</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>初稿</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>已退回</translation>
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
            <source>left out on purpose</source>
            <translation>有意略去</translation>
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
        <name>NoticesPage</name>
        <message>
            <source>new: %1</source>
            <translation>新：%1</translation>
        </message>
        <message>
            <source>What others did</source>
            <translation>他人动态</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>没有新动态</translation>
        </message>
        <message>
            <source>What others do to the articles you work on is told here, also when an original changes.</source>
            <translation>他人对您所经手稿件的操作，以及原文的变化，都会在这里告知。</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>Every locked row of this article is opened. Who did it and why is kept.</source>
            <translation>将解锁本稿所有锁定的行；操作人和原因会留存。</translation>
        </message>
        <message>
            <source>Unlock by force</source>
            <translation>强制解锁</translation>
        </message>
        <message>
            <source>Sign-off sheet</source>
            <translation>签发单</translation>
        </message>
        <message>
            <source>Publishing articles</source>
            <translation>正在发布稿件</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>Importing %1</source>
            <translation>正在导入 %1</translation>
        </message>
        <message>
            <source>Taking back %1</source>
            <translation>正在收回 %1</translation>
        </message>
    </context>
    <context>
        <name>OrderField</name>
        <message>
            <source>Earlier</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>下移</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>A copy of the library is made first.</source>
            <translation>会先为稿库备份一份。</translation>
        </message>
        <message>
            <source>Cuts at commas and spaces. The paragraph stays whole when it is published.</source>
            <translation>在逗号和空格处切分，发布时段落仍保持完整。</translation>
        </message>
    </context>
    <context>
        <name>PageWordsQuestion</name>
        <message>
            <source>These words are part of the text. What you change here is confirmed in your name, and an approved article goes back to review.</source>
            <translation>这些文字属于正文。在此修改的内容以您的名义确认，已批准的稿件会回到审校。</translation>
        </message>
        <message>
            <source>Words of the page</source>
            <translation>页面文字</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Length of the headline</source>
            <translation>标题长度</translation>
        </message>
        <message>
            <source>It stands in several rows; change them in the Editor.</source>
            <translation>它分在几行中，请在编辑器中修改。</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Photo %1</source>
            <translation>图片 %1</translation>
        </message>
        <message>
            <source>Length: %1 (at most %2)</source>
            <translation>长度：%1 词（最多 %2 词）</translation>
        </message>
        <message>
            <source>Length: %1</source>
            <translation>字数：%1</translation>
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
        <name>PairQuestion</name>
        <message>
            <source>There are several languages. Other pairs are left out.</source>
            <translation>这里有好几种语言，其他语言对将不包括在内。</translation>
        </message>
        <message>
            <source>Which pair of languages?</source>
            <translation>要哪一对语言？</translation>
        </message>
        <message>
            <source>Source language</source>
            <translation>原文语言</translation>
        </message>
        <message>
            <source>Target language</source>
            <translation>译文语言</translation>
        </message>
        <message>
            <source>Choose two different languages.</source>
            <translation>请选择两种不同的语言。</translation>
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
        <message numerus="yes">
            <source>A long article: its beginning is shown here. The files, the browser and the print have all %1 segments.</source>
            <translation>
                <numerusform>文章很长，这里只显示开头部分。导出文件、浏览器和打印中均包含全部 %1 个句段。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PublishPlace</name>
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
        <message numerus="yes">
            <source>%1 files written to %2</source>
            <translation>
                <numerusform>已将 %1 个文件写入 %2</numerusform>
            </translation>
        </message>
        <message>
            <source>The page is on the clipboard</source>
            <translation>页面已复制到剪贴板</translation>
        </message>
        <message>
            <source>Folder of the pages</source>
            <translation>页面所在文件夹</translation>
        </message>
        <message numerus="yes">
            <source>%1 files were taken down</source>
            <translation>
                <numerusform>已撤下 %1 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Checking the article</source>
            <translation>正在检查全文</translation>
        </message>
        <message>
            <source>Publishing</source>
            <translation>正在发布</translation>
        </message>
    </context>
    <context>
        <name>PublishScreen</name>
        <message>
            <source>Publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>Checklist and page details</source>
            <translation>发布核对与页面信息</translation>
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
            <source>Approved by %1 · %2</source>
            <translation>由 %1 批准 · %2</translation>
        </message>
        <message numerus="yes">
            <source>Export %1 files</source>
            <translation>
                <numerusform>导出 %1 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>The checklist says what is missing.</source>
            <translation>请看清单中缺少的内容。</translation>
        </message>
        <message>
            <source>Publishing takes an editor.</source>
            <translation>发布须由编辑操作。</translation>
        </message>
        <message>
            <source>An approval holds for exactly this text: source, translation, order, pictures and the translators' names. Whatever of that changes afterwards puts the article back in review.</source>
            <translation>批准只对这份文本有效：原文、译文、顺序、图片和译者署名。此后其中任何一项有变化，稿件即回到审校。</translation>
        </message>
    </context>
    <context>
        <name>ReasonQuestion</name>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reasons that are often given</source>
            <translation>常用理由</translation>
        </message>
        <message>
            <source>A reason is needed; it is kept in the history.</source>
            <translation>请填写理由，理由将存入历史记录。</translation>
        </message>
    </context>
    <context>
        <name>ReplacePreview</name>
        <message>
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
        <message>
            <source>Looking through the articles…</source>
            <translation>正在查找稿件……</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>改动</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>改动</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Tick none</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Looking through the articles: %1 of %2</source>
            <translation>正在查找稿件：%1/%2</translation>
        </message>
        <message>
            <source>Nothing to replace: not found, or only in rows that are locked or published.</source>
            <translation>没有可替换的内容：未找到，或仅见于已锁定或已发布的行。</translation>
        </message>
        <message>
            <source>%1 rows would change; the first %2 are listed. The others follow if all are ticked.</source>
            <translation>将改动 %1 行；此处列出前 %2 行。全部勾选时，其余各行一并替换。</translation>
        </message>
        <message numerus="yes">
            <source>%1 rows would change</source>
            <translation>
                <numerusform>%1 行将有改动</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %1 articles</source>
            <translation>
                <numerusform>涉及 %1 篇稿件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replace in %1 rows</source>
            <translation>
                <numerusform>替换 %1 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
    </context>
    <context>
        <name>ReplaceQuestion</name>
        <message>
            <source>Replace words in the chosen entries</source>
            <translation>替换所选条目中的文字</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>替换为</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>将作的修改</translation>
        </message>
        <message numerus="yes">
            <source>Change %1 entries</source>
            <translation>
                <numerusform>修改 %1 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Change entries</source>
            <translation>修改条目</translation>
        </message>
    </context>
    <context>
        <name>Returning</name>
        <message>
            <source>None yet</source>
            <translation>暂无</translation>
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
        <message numerus="yes">
            <source>%1 words</source>
            <translation>
                <numerusform>%1 个英文词</numerusform>
            </translation>
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
        <message>
            <source>changes since: %1</source>
            <translation>改动（对比：%1）</translation>
        </message>
        <message>
            <source>version by %1, %2</source>
            <translation>%1 的版本，%2</translation>
        </message>
        <message>
            <source>changes since submission</source>
            <translation>送审后的改动</translation>
        </message>
    </context>
    <context>
        <name>RowKind</name>
        <message>
            <source>headline</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>lead</source>
            <translation>导语</translation>
        </message>
        <message>
            <source>subheading</source>
            <translation>小标题</translation>
        </message>
        <message>
            <source>body text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>caption</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>text for a picture</source>
            <translation>图片替代文字</translation>
        </message>
        <message>
            <source>byline</source>
            <translation>作者行</translation>
        </message>
    </context>
    <context>
        <name>RowState</name>
        <message>
            <source>Not in the source</source>
            <translation>原文没有此句</translation>
        </message>
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
            <source>Search Chinese or English text…</source>
            <translation>搜索中文或英文……</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>搜索……</translation>
        </message>
        <message>
            <source>Search in headlines and full text</source>
            <translation>在标题和全文中搜索</translation>
        </message>
    </context>
    <context>
        <name>SentCard</name>
        <message>
            <source>Characters sent</source>
            <translation>已发送字符数</translation>
        </message>
        <message>
            <source>Nothing has been sent from this library.</source>
            <translation>本稿库尚未向外发送任何文字。</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字符数</translation>
        </message>
        <message>
            <source>%1: %2 approved segments; %3 stand as written, and people changed %4 % of the characters.</source>
            <translation>%1：已批准 %2 个句段，其中 %3 个未作改动，人工修改了 %4% 的字符。</translation>
        </message>
    </context>
    <context>
        <name>ServerQuestion</name>
        <message>
            <source>Open a library on a server</source>
            <translation>打开服务器上的稿库</translation>
        </message>
        <message>
            <source>Whoever set the library up tells you these. The connection is encrypted, and the server has to prove who it is.</source>
            <translation>以下信息由建稿库的管理员提供。连接会加密，服务器须证明自己的身份。</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>稿库</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Name the server, the library and your account.</source>
            <translation>请填写服务器、稿库和您的账号。</translation>
        </message>
    </context>
    <context>
        <name>SettingRow</name>
        <message>
            <source>Back to the default</source>
            <translation>恢复默认值</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>查找设置</translation>
        </message>
        <message>
            <source>Only an admin may change settings; keys are kept for you alone.</source>
            <translation>只有管理员可以更改设置；密钥仅为您本人保存。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Every change is kept at once.</source>
            <translation>更改即时保存。</translation>
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
        <message>
            <source>Save as PDF or web page…</source>
            <translation>另存为 PDF 或网页……</translation>
        </message>
        <message>
            <source>Save the list of keys</source>
            <translation>保存快捷键列表</translation>
        </message>
    </context>
    <context>
        <name>Showing</name>
        <message>
            <source>This article is very long: all its rows are checked when you ask for it (%1).</source>
            <translation>此稿件很长：需要时（%1）才检查全部各行。</translation>
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
        <message>
            <source>Returned and changed</source>
            <translation>退回与改动</translation>
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
        <name>SignInQuestion</name>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Keep it in the system's keyring</source>
            <translation>保存在系统密钥环中</translation>
        </message>
        <message>
            <source>Sign in to %1</source>
            <translation>登录 %1</translation>
        </message>
        <message>
            <source>Password of the account %1:</source>
            <translation>账号 %1 的密码：</translation>
        </message>
    </context>
    <context>
        <name>SigningCard</name>
        <message>
            <source>Make a key</source>
            <translation>创建密钥</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Revoke…</source>
            <translation>吊销……</translation>
        </message>
        <message>
            <source>Make a new key</source>
            <translation>创建新密钥</translation>
        </message>
        <message>
            <source>Say who is working first: keys belong to people.</source>
            <translation>请先说明是谁在工作：密钥属于个人。</translation>
        </message>
        <message>
            <source>Your approvals are not signed.</source>
            <translation>你的批准没有签名。</translation>
        </message>
        <message>
            <source>Your approvals are signed with the key %1, since %2.</source>
            <translation>你的批准用密钥 %1 签名，始于 %2。</translation>
        </message>
        <message>
            <source>It is locked: type its passphrase.</source>
            <translation>密钥已锁定：请输入口令。</translation>
        </message>
        <message>
            <source>It is not on this computer.</source>
            <translation>密钥不在这台电脑上。</translation>
        </message>
        <message>
            <source>Passphrase (without one the key is kept in the keyring)</source>
            <translation>口令（留空则密钥存入密钥环）</translation>
        </message>
        <message>
            <source>Passphrase of the signing key</source>
            <translation>签名密钥的口令</translation>
        </message>
        <message>
            <source>Why the key is revoked</source>
            <translation>吊销密钥的理由</translation>
        </message>
        <message>
            <source>Revoke the key</source>
            <translation>吊销密钥</translation>
        </message>
        <message>
            <source>Signed approvals</source>
            <translation>签名批准</translation>
        </message>
    </context>
    <context>
        <name>Spelling</name>
        <message>
            <source>No misspelt words.</source>
            <translation>没有拼写错误。</translation>
        </message>
        <message>
            <source>No better word is known.</source>
            <translation>没有更合适的词。</translation>
        </message>
        <message>
            <source>Add “%1” to this article’s dictionary</source>
            <translation>将“%1”加入本稿词表</translation>
        </message>
        <message>
            <source>Add “%1” to the library’s dictionary</source>
            <translation>将“%1”加入稿库词表</translation>
        </message>
        <message>
            <source>“%1” is known from now on.</source>
            <translation>已记住“%1”。</translation>
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
        <name>StatisticsPage</name>
        <message numerus="yes">
            <source>%1 lines</source>
            <translation>
                <numerusform>%1 条</numerusform>
            </translation>
        </message>
        <message>
            <source>typed</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>file</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>others</source>
            <translation>他人</translation>
        </message>
        <message>
            <source>Words by origin and month</source>
            <translation>按来源和月份统计的词数</translation>
        </message>
        <message>
            <source>Hours in each stage on average, %1</source>
            <translation>各阶段平均用时（小时），%1</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>My own work</source>
            <translation>我的工作量</translation>
        </message>
        <message>
            <source>Totals of the house</source>
            <translation>全社合计</translation>
        </message>
        <message>
            <source>Everybody, by name</source>
            <translation>全部人员（按姓名）</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Whose work</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出……</translation>
        </message>
        <message>
            <source>Statement…</source>
            <translation>结算单……</translation>
        </message>
        <message>
            <source>When an article is approved, its translators and reviewers are credited here.</source>
            <translation>稿件批准后，译者与审校的工作量会记在这里。</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
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
            <source>Characters</source>
            <translation>字符数</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>词数</translation>
        </message>
        <message>
            <source>Typed</source>
            <translation>人工录入</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>改动率</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Typing…</source>
            <translation>正在输入……</translation>
        </message>
        <message>
            <source>Saving…</source>
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
        <message>
            <source>%1 · not connected</source>
            <translation>%1 · 未连接</translation>
        </message>
        <message>
            <source>The server does not answer. What you type is kept on this computer and saved when it does.</source>
            <translation>服务器没有响应。您输入的内容保存在本机，服务器恢复后会自动保存。</translation>
        </message>
    </context>
    <context>
        <name>StopsPanel</name>
        <message>
            <source>Nothing was returned or changed.</source>
            <translation>没有退回或改动。</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>有人</translation>
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
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Answer…</source>
            <translation>答复……</translation>
        </message>
        <message>
            <source>✓ Resolve</source>
            <translation>✓ 解决</translation>
        </message>
        <message>
            <source>✓ Accept</source>
            <translation>✓ 接受</translation>
        </message>
        <message>
            <source>↩ Undo</source>
            <translation>↩ 撤销</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>整篇退回</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>有改动</translation>
        </message>
        <message>
            <source>arranged anew</source>
            <translation>结构调整</translation>
        </message>
        <message>
            <source>remark</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>the source changed</source>
            <translation>原文有变化</translation>
        </message>
    </context>
    <context>
        <name>StretchQuestion</name>
        <message>
            <source>Return rows</source>
            <translation>退回多行</translation>
        </message>
        <message>
            <source>Approve rows</source>
            <translation>批准多行</translation>
        </message>
        <message>
            <source>From row</source>
            <translation>从第</translation>
        </message>
        <message>
            <source>To row</source>
            <translation>到第</translation>
        </message>
        <message>
            <source>to row</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Reason from the list</source>
            <translation>从列表中选原因</translation>
        </message>
        <message>
            <source>Choose a reason</source>
            <translation>选择理由</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>补充说明</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>The translator sees the reason beside every row.</source>
            <translation>译者会在每一行旁看到这一理由。</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Say what should change; the translator sees the reason.</source>
            <translation>请说明需要修改什么，译者会看到。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>memory, mended</source>
            <translation>翻译记忆（已换数字和名称）</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>used %1 times</source>
            <translation>用过 %1 次</translation>
        </message>
        <message>
            <source>machine-made</source>
            <translation>机器译文</translation>
        </message>
        <message>
            <source>unreviewed</source>
            <translation>未审校</translation>
        </message>
        <message>
            <source>old</source>
            <translation>旧译</translation>
        </message>
        <message>
            <source>from elsewhere</source>
            <translation>外来</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPanel</name>
        <message>
            <source>Nothing like this sentence is in the memory yet.</source>
            <translation>翻译记忆中还没有类似的句子。</translation>
        </message>
        <message>
            <source>is asked…</source>
            <translation>正在询问……</translation>
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
        <message>
            <source>contradicts the source</source>
            <translation>与原文不符</translation>
        </message>
    </context>
    <context>
        <name>TermsPage</name>
        <message>
            <source>proposed</source>
            <translation>提议</translation>
        </message>
        <message>
            <source>decided</source>
            <translation>已定</translation>
        </message>
        <message>
            <source>All terms</source>
            <translation>全部术语</translation>
        </message>
        <message>
            <source>Waiting for a decision</source>
            <translation>待定夺</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Candidates from the memory…</source>
            <translation>从翻译记忆提取候选术语……</translation>
        </message>
        <message>
            <source>New term… (Ins)</source>
            <translation>新术语……（Ins）</translation>
        </message>
        <message>
            <source>Edit… (F2)</source>
            <translation>编辑……（F2）</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>Turn down</source>
            <translation>不采纳</translation>
        </message>
        <message>
            <source>Remove (Del)</source>
            <translation>删除（Del）</translation>
        </message>
    </context>
    <context>
        <name>TitlesTable</name>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>from</source>
            <translation>起</translation>
        </message>
        <message>
            <source>to</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Titles</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Add a title</source>
            <translation>添加职务</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>ToolWindows</name>
        <message>
            <source>Translate, review and publish Chinese news side by side.</source>
            <translation>中英对照地翻译、审校和发布新闻。</translation>
        </message>
        <message>
            <source>What goes wrong is written to %1</source>
            <translation>运行中的问题记录在 %1</translation>
        </message>
        <message>
            <source>Chinese words from CC-CEDICT (CC BY-SA 4.0), English spelling by Hunspell, fonts from Noto (OFL).</source>
            <translation>中文词条来自 CC-CEDICT（CC BY-SA 4.0），英文拼写由 Hunspell 检查，字体取自 Noto（OFL）。</translation>
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
        <name>Tour</name>
        <message>
            <source>Tour</source>
            <translation>导览</translation>
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
        <name>VersionsDialog</name>
        <message>
            <source>Compare versions</source>
            <translation>比较版本</translation>
        </message>
        <message>
            <source>Older version</source>
            <translation>旧版本</translation>
        </message>
        <message>
            <source>Newer version</source>
            <translation>新版本</translation>
        </message>
        <message>
            <source>Only rows that differ</source>
            <translation>只显示有差异的行</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %2 rows differ</source>
            <translation>
                <numerusform>%2 行中有 %1 行不同</numerusform>
            </translation>
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
        <name>WordForm</name>
        <message>
            <source>Add a word</source>
            <translation>添加词</translation>
        </message>
        <message>
            <source>Change a word</source>
            <translation>修改词</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word 文档</translation>
        </message>
        <message>
            <source>Spelling takes it as right, with a capital or without.</source>
            <translation>拼写检查将视其为正确，不分大小写。</translation>
        </message>
        <message>
            <source>Write the word.</source>
            <translation>请填写该词。</translation>
        </message>
    </context>
    <context>
        <name>_Bubble</name>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一个</translation>
        </message>
    </context>
    <context>
        <name>_Words</name>
        <message>
            <source>Insert %1</source>
            <translation>插入 %1</translation>
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
            <source>Send the comment</source>
            <translation>发送批注</translation>
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
            <source>Compare versions…</source>
            <translation>比较版本……</translation>
        </message>
        <message>
            <source>Submit for review</source>
            <translation>送审</translation>
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
            <source>Settings…</source>
            <translation>设置……</translation>
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
        <message>
            <source>Assign or hand over…</source>
            <translation>分派或移交……</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印……</translation>
        </message>
        <message>
            <source>Copy the page as rich text</source>
            <translation>复制页面（富文本）</translation>
        </message>
        <message>
            <source>Show the page in the browser</source>
            <translation>在浏览器中查看页面</translation>
        </message>
        <message>
            <source>Publish chosen articles…</source>
            <translation>发布所选稿件……</translation>
        </message>
        <message>
            <source>Sign-off sheet…</source>
            <translation>签发单……</translation>
        </message>
        <message>
            <source>Unlock by force…</source>
            <translation>强制解锁……</translation>
        </message>
        <message>
            <source>Choose the next row too</source>
            <translation>同时选取下一行</translation>
        </message>
        <message>
            <source>Choose the row before too</source>
            <translation>同时选取上一行</translation>
        </message>
        <message>
            <source>Recent articles</source>
            <translation>最近的稿件</translation>
        </message>
        <message>
            <source>Recent libraries</source>
            <translation>最近的稿库</translation>
        </message>
        <message>
            <source>Build memory from published articles…</source>
            <translation>用已发稿件建立翻译记忆……</translation>
        </message>
        <message>
            <source>Return this row…</source>
            <translation>退回此行……</translation>
        </message>
        <message>
            <source>Return rows…</source>
            <translation>退回多行……</translation>
        </message>
        <message>
            <source>Approve rows…</source>
            <translation>批准多行……</translation>
        </message>
        <message>
            <source>Next returned or changed</source>
            <translation>下一处退回或改动</translation>
        </message>
        <message>
            <source>Previous returned or changed</source>
            <translation>上一处退回或改动</translation>
        </message>
        <message>
            <source>Show changes since…</source>
            <translation>对比改动……</translation>
        </message>
        <message>
            <source>Open library on a server…</source>
            <translation>打开服务器上的稿库……</translation>
        </message>
        <message>
            <source>Match analysis…</source>
            <translation>匹配分析……</translation>
        </message>
        <message>
            <source>Candidates for terms…</source>
            <translation>候选术语……</translation>
        </message>
        <message>
            <source>Keys…</source>
            <translation>快捷键设置……</translation>
        </message>
        <message>
            <source>Look the Chinese word up</source>
            <translation>查词典</translation>
        </message>
        <message>
            <source>Names and exceptions…</source>
            <translation>人名地名与例外……</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>使用指南</translation>
        </message>
        <message>
            <source>Next misspelt word</source>
            <translation>下一处拼写错误</translation>
        </message>
        <message>
            <source>Take the withdrawn page down…</source>
            <translation>撤下已撤稿的页面……</translation>
        </message>
        <message>
            <source>New window for somebody else…</source>
            <translation>为他人打开新窗口……</translation>
        </message>
        <message>
            <source>Fonts of articles…</source>
            <translation>稿件字体……</translation>
        </message>
        <message>
            <source>Take the tour</source>
            <translation>快速导览</translation>
        </message>
        <message>
            <source>Mend the finding</source>
            <translation>按建议修改检查结果</translation>
        </message>
        <message>
            <source>Accept the finding…</source>
            <translation>接受检查结果……</translation>
        </message>
        <message>
            <source>Accept the change</source>
            <translation>接受此处改动</translation>
        </message>
        <message>
            <source>Undo the change</source>
            <translation>撤销此处改动</translation>
        </message>
        <message>
            <source>Divide a very long row</source>
            <translation>拆分超长行</translation>
        </message>
    </context>
    <context>
        <name>alignment</name>
        <message>
            <source>Break up (%1)</source>
            <translation>拆开（%1）</translation>
        </message>
        <message>
            <source>Right (%1)</source>
            <translation>对应无误（%1）</translation>
        </message>
        <message>
            <source>Join (%1)</source>
            <translation>合并（%1）</translation>
        </message>
        <message>
            <source>Chinese down (%1)</source>
            <translation>中文下移（%1）</translation>
        </message>
        <message>
            <source>Chinese up (%1)</source>
            <translation>中文上移（%1）</translation>
        </message>
        <message>
            <source>English down (%1)</source>
            <translation>英文下移（%1）</translation>
        </message>
        <message>
            <source>English up (%1)</source>
            <translation>英文上移（%1）</translation>
        </message>
        <message>
            <source>✓ decided</source>
            <translation>✓ 已定</translation>
        </message>
        <message>
            <source>? doubtful</source>
            <translation>? 存疑</translation>
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
            <source>Nothing found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Try fewer or other words, in Chinese or English.</source>
            <translation>请减少或更换中英文关键词。</translation>
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
            <source>By</source>
            <translation>提供者</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>对应</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>Nothing is remembered here yet</source>
            <translation>这里还没有翻译记忆</translation>
        </message>
        <message>
            <source>Confirmed rows are remembered by themselves. Other memories come in as files, and published articles can be made into memory (Tools).</source>
            <translation>确认过的句段会自动记入。其他翻译记忆可从文件导入，已发稿件也可建成翻译记忆（见“工具”菜单）。</translation>
        </message>
        <message>
            <source>No alignment waits for you</source>
            <translation>没有待处理的对齐</translation>
        </message>
        <message>
            <source>Choose a folder with published articles in Chinese and English. They are paired by date and headline and aligned; links that are doubtful wait here until somebody has looked at them.</source>
            <translation>请选择存放已发中英文稿件的文件夹。程序按日期和标题配对并逐句对齐；存疑的对应关系留在这里，等人查看。</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>drafting</name>
        <message>
            <source>Exact sentences, from this library alone</source>
            <translation>完全相同的句子，只用本稿库</translation>
        </message>
        <message>
            <source>Memory, then terms, names and figures to fill in between</source>
            <translation>先用翻译记忆，再填入术语、人名和数字，其余留待补全</translation>
        </message>
        <message>
            <source>Whole paragraphs with your terms; the text leaves this computer</source>
            <translation>整段翻译并应用术语；文字会离开本机</translation>
        </message>
        <message>
            <source>Told your terms and style; an OpenAI-compatible address</source>
            <translation>告知术语与行文规范；兼容 OpenAI 的地址</translation>
        </message>
        <message>
            <source>A CTranslate2 model; the text stays here</source>
            <translation>CTranslate2 模型；文字不离开本机</translation>
        </message>
        <message>
            <source>The sample article’s own English</source>
            <translation>示例稿件自带的英文</translation>
        </message>
        <message>
            <source>From another package</source>
            <translation>来自其他软件包</translation>
        </message>
    </context>
    <context>
        <name>formats</name>
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
            <source>Sign-off record</source>
            <translation>签发记录</translation>
        </message>
        <message>
            <source>Sign-off sheet (.pdf)</source>
            <translation>签发单 (.pdf)</translation>
        </message>
        <message>
            <source>Report of findings</source>
            <translation>检查报告</translation>
        </message>
    </context>
    <context>
        <name>house</name>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Also</source>
            <translation>其他译法</translation>
        </message>
        <message>
            <source>Titles</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>No names yet</source>
            <translation>还没有名称</translation>
        </message>
        <message>
            <source>Add people and places as the house writes them, with the titles they held and when.</source>
            <translation>添加本社固定译法的人名、地名，以及历任职务和任期。</translation>
        </message>
        <message>
            <source>trap</source>
            <translation>陷阱词</translation>
        </message>
        <message>
            <source>equivalence</source>
            <translation>等价</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>No exceptions yet</source>
            <translation>还没有例外</translation>
        </message>
        <message>
            <source>Accept a finding “always” in the Editor, or add words that the checks shall pass over.</source>
            <translation>在编辑器中“永久”接受一条检查结果，或在此添加检查应略过的词。</translation>
        </message>
        <message>
            <source>the whole library</source>
            <translation>整个稿库</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word 文档</translation>
        </message>
        <message>
            <source>Known in</source>
            <translation>适用范围</translation>
        </message>
        <message>
            <source>No words yet</source>
            <translation>还没有已知词</translation>
        </message>
        <message>
            <source>Add a word to a dictionary from the menu of a misspelt word in the Editor, or here.</source>
            <translation>可在编辑器中拼写有误的词的菜单里将词加入词典，或在此添加。</translation>
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
        <name>memory</name>
        <message>
            <source>All entries</source>
            <translation>全部条目</translation>
        </message>
        <message>
            <source>Standing several times</source>
            <translation>重复条目</translation>
        </message>
        <message>
            <source>Several translations</source>
            <translation>一文多译</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>confirmed here</source>
            <translation>本稿库确认</translation>
        </message>
        <message>
            <source>aligned</source>
            <translation>对齐所得</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>不明</translation>
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
        <message>
            <source>%1 (by a wrong clock)</source>
            <translation>%1（时钟有误）</translation>
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
            <source>Page details are complete (gaps accepted: %1)</source>
            <translation>页面信息已齐全（已接受的空缺：%1）</translation>
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
            <source>Every segment has its text and is confirmed</source>
            <translation>每个句段都有译文并已确认</translation>
        </message>
        <message>
            <source>No open findings or comments</source>
            <translation>没有未处理的检查结果和批注</translation>
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
        <message>
            <source>Every photo has a caption</source>
            <translation>每张图片都有说明</translation>
        </message>
        <message>
            <source>No open findings (%1 accepted with a reason) or comments</source>
            <translation>没有未处理的检查结果（%1 项已附理由接受）和批注</translation>
        </message>
        <message>
            <source>A photo has no caption</source>
            <translation>有图片缺少说明</translation>
        </message>
        <message>
            <source>%1 is no web address: %2</source>
            <translation>%1不是网址：%2</translation>
        </message>
        <message>
            <source>Every photo has an alternative text</source>
            <translation>每张图片都有替代文字</translation>
        </message>
        <message>
            <source>The Chinese source opens and is the right article</source>
            <translation>中文来源可以打开，且是这篇稿件</translation>
        </message>
        <message>
            <source>The report of findings is filed</source>
            <translation>检查报告已归档</translation>
        </message>
        <message>
            <source>The preview was read</source>
            <translation>预览已通读</translation>
        </message>
        <message>
            <source>A photo has no alternative text of its own</source>
            <translation>有图片没有自己的替代文字</translation>
        </message>
        <message>
            <source>The Chinese source has not been opened yet</source>
            <translation>中文来源尚未打开核对</translation>
        </message>
        <message>
            <source>The report of findings is not filed yet</source>
            <translation>检查报告尚未归档</translation>
        </message>
        <message>
            <source>Nobody has read the preview yet</source>
            <translation>预览尚无人通读</translation>
        </message>
        <message>
            <source>The Chinese source was not found there</source>
            <translation>该网址没有这篇中文来源</translation>
        </message>
        <message>
            <source>Photo captions</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Caption of photo %1</source>
            <translation>图片 %1 的说明</translation>
        </message>
        <message>
            <source>Alternative text of photo %1</source>
            <translation>图片 %1 的替代文字</translation>
        </message>
        <message>
            <source>Nothing else the checks found is undecided</source>
            <translation>其他检查结果均已处理</translation>
        </message>
        <message>
            <source>No open findings (%1 accepted with a reason)</source>
            <translation>没有未处理的检查结果（%1 项已说明理由接受）</translation>
        </message>
        <message>
            <source>The checks have not gone through this long article yet</source>
            <translation>这篇长文尚未全文检查</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source> ({count:,} bytes free)</source>
            <translation>（剩余 {count:,} 字节）</translation>
        </message>
        <message>
            <source> ({count} MB are free)</source>
            <translation>（剩余 {count} MB）</translation>
        </message>
        <message>
            <source> ({place})</source>
            <translation>（{place}）</translation>
        </message>
        <message>
            <source>1,200 but not in years</source>
            <translation>1,200；年份除外</translation>
        </message>
        <message>
            <source>1,200 but not in years.</source>
            <translation>1,200；年份除外。</translation>
        </message>
        <message>
            <source>1.2 billion yuan or RMB1.2 billion</source>
            <translation>1.2 billion yuan 或 RMB1.2 billion</translation>
        </message>
        <message>
            <source>1.2 billion yuan or RMB1.2 billion.</source>
            <translation>1.2 billion yuan 或 RMB1.2 billion。</translation>
        </message>
        <message>
            <source>10^{power} times</source>
            <translation>10 的 {power} 次方倍</translation>
        </message>
        <message>
            <source>2:30 p.m. or 14:30</source>
            <translation>2:30 p.m. 或 14:30</translation>
        </message>
        <message>
            <source>2:30 p.m. or 14:30.</source>
            <translation>2:30 p.m. 或 14:30。</translation>
        </message>
        <message>
            <source>&lt;{name}&gt; stands inside &lt;{field}&gt;.</source>
            <translation>&lt;{name}&gt; 位于 &lt;{field}&gt; 之内。</translation>
        </message>
        <message>
            <source>A blank is missing after the punctuation.</source>
            <translation>标点后缺少空格。</translation>
        </message>
        <message>
            <source>A blank stands before the punctuation.</source>
            <translation>标点前有空格。</translation>
        </message>
        <message>
            <source>A blank stands between a number and its sign.</source>
            <translation>数字与其符号之间有空格。</translation>
        </message>
        <message>
            <source>A blank stands inside the brackets or quotes.</source>
            <translation>括号或引号内侧有空格。</translation>
        </message>
        <message>
            <source>A bracket has no partner.</source>
            <translation>括号没有成对。</translation>
        </message>
        <message>
            <source>A caption names people in full: {english}.</source>
            <translation>图片说明中的人名应写全名：{english}。</translation>
        </message>
        <message>
            <source>A caption stands in the present tense: {word}.</source>
            <translation>图片说明用现在时：{word}。</translation>
        </message>
        <message>
            <source>A change of stage is written into the account of events.</source>
            <translation>阶段变更必须记入事件记录。</translation>
        </message>
        <message>
            <source>A comma stands in numbers from four digits: {value:,}.</source>
            <translation>四位及以上的数字加千分位逗号：{value:,}。</translation>
        </message>
        <message>
            <source>A comment is answered, not rewritten.</source>
            <translation>批注只能回复，不能改写。</translation>
        </message>
        <message>
            <source>A comment needs words.</source>
            <translation>批注不能为空。</translation>
        </message>
        <message>
            <source>A concept needs forms in two languages; this one was left out.</source>
            <translation>概念须有两种语言的写法；此条已略去。</translation>
        </message>
        <message>
            <source>A credit is put right by a new line.</source>
            <translation>署名只能以新增一行的方式更正。</translation>
        </message>
        <message>
            <source>A credit is put right in one's own name and with a reason.</source>
            <translation>更正署名须以本人名义并说明理由。</translation>
        </message>
        <message>
            <source>A dropped reporting date</source>
            <translation>漏译的报道日期</translation>
        </message>
        <message>
            <source>A figure seems to be missing before “{text}”.</source>
            <translation>“{text}”前面似乎漏了数字。</translation>
        </message>
        <message>
            <source>A full-width blank stands in the English.</source>
            <translation>英文中有全角空格。</translation>
        </message>
        <message>
            <source>A headline cannot be left out.</source>
            <translation>标题不能略去。</translation>
        </message>
        <message>
            <source>A headline has no final stop.</source>
            <translation>标题末尾不加句号。</translation>
        </message>
        <message>
            <source>A hyphen stands for a dash.</source>
            <translation>用连字符代替了破折号。</translation>
        </message>
        <message>
            <source>A library needs a file. Give its path.</source>
            <translation>稿库须是文件。请给出路径。</translation>
        </message>
        <message>
            <source>A library on a server is backed up there, with pg_dump.</source>
            <translation>服务器上的稿库请在服务器上用 pg_dump 备份。</translation>
        </message>
        <message>
            <source>A library on a server is repaired there.</source>
            <translation>服务器上的稿库须在服务器上修复。</translation>
        </message>
        <message>
            <source>A library on a server is restored there, with pg_restore.</source>
            <translation>服务器上的稿库请在服务器上用 pg_restore 恢复。</translation>
        </message>
        <message>
            <source>A line needs a Chinese path, a tab and an English path. It was left out.</source>
            <translation>每行应有中文文件路径、制表符和英文文件路径。此行已略去。</translation>
        </message>
        <message>
            <source>A middle dot between words is Chinese usage; English writes a blank.</source>
            <translation>词间加间隔号是中文用法，英文用空格。</translation>
        </message>
        <message>
            <source>A name such as Asia/Shanghai.</source>
            <translation>例如 Asia/Shanghai。</translation>
        </message>
        <message>
            <source>A new edition begins as a draft.</source>
            <translation>新译本从草稿开始。</translation>
        </message>
        <message>
            <source>A new segment has not been submitted.</source>
            <translation>新句段尚未送审。</translation>
        </message>
        <message>
            <source>A number from 1 to 100: the score in percent from which a match is offered.</source>
            <translation>1 到 100 的数字：匹配率达到此百分比才列为建议。</translation>
        </message>
        <message>
            <source>A number: at most so many source characters are sent when many articles are drafted; 0 sets no limit.</source>
            <translation>数字：批量生成初稿时最多发送的原文字数；0 表示不限。</translation>
        </message>
        <message>
            <source>A person needs a name.</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>A piece of the kept index of the memory is cut off. It is made anew.</source>
            <translation>已保存的翻译记忆索引有残缺，正在重建。</translation>
        </message>
        <message>
            <source>A quotation mark has no partner.</source>
            <translation>引号没有成对。</translation>
        </message>
        <message>
            <source>A quotation of this paragraph is not closed, or closed without being opened.</source>
            <translation>本段的引号没有成对：有前无后，或有后无前。</translation>
        </message>
        <message>
            <source>A row needs a Chinese form and one in the other language; this one was left out.</source>
            <translation>每行须有中文写法和另一语言的写法；此行已略去。</translation>
        </message>
        <message>
            <source>A row needs a source and a target. It was left out.</source>
            <translation>每行都要有原文和译文。该行已略过。</translation>
        </message>
        <message>
            <source>A saved version is not changed; only one's own sitting of typing goes on.</source>
            <translation>已保存的版本不可更改，只有本人正在进行的录入可以继续。</translation>
        </message>
        <message>
            <source>A segment cannot be read ({reason}). This unit was left out.</source>
            <translation>有一个句段无法读取（{reason}）。该条已略过。</translation>
        </message>
        <message>
            <source>A segment stays in its edition.</source>
            <translation>句段不能移到其他译本。</translation>
        </message>
        <message>
            <source>A sentence does not begin with a figure; write it in words or turn the sentence.</source>
            <translation>句首不用阿拉伯数字；请写成单词，或调整句子。</translation>
        </message>
        <message>
            <source>A sheet holds {most:,} rows, and there are {count:,} pairs. Choose a TMX or TSV file.</source>
            <translation>一张工作表最多容纳 {most:,} 行，而现有 {count:,} 对。请改用 TMX 或 TSV 文件。</translation>
        </message>
        <message>
            <source>A single quotation mark is opened and not closed.</source>
            <translation>单引号只有前一半，没有后一半。</translation>
        </message>
        <message>
            <source>A step of the review is completed by an approval.</source>
            <translation>审校环节须以批准结束。</translation>
        </message>
        <message>
            <source>A term needs its Chinese form and at least one form in the other language.</source>
            <translation>术语须有中文和至少一个外文写法。</translation>
        </message>
        <message>
            <source>A text of this unit is longer than {count:,} characters.</source>
            <translation>此单元的文字超过 {count:,} 个字符。</translation>
        </message>
        <message>
            <source>A version belongs to its segment.</source>
            <translation>版本属于其所在句段。</translation>
        </message>
        <message>
            <source>A version knows the stage it was written at.</source>
            <translation>版本须注明写作时所处的阶段。</translation>
        </message>
        <message>
            <source>A {first} and a {second} cannot be joined.</source>
            <translation>“{first}”与“{second}”不能合并。</translation>
        </message>
        <message>
            <source>Abbreviations are introduced</source>
            <translation>缩写首次出现须说明</translation>
        </message>
        <message>
            <source>Add a blank</source>
            <translation>添加空格</translation>
        </message>
        <message>
            <source>Add a stop</source>
            <translation>添加句号</translation>
        </message>
        <message>
            <source>Address of the Chinese source is given</source>
            <translation>中文原文网址已填写</translation>
        </message>
        <message>
            <source>Allow approving one's own work</source>
            <translation>允许批准自己的译文</translation>
        </message>
        <message>
            <source>An approval completes a step of the review, and is written into the account of events.</source>
            <translation>批准须完成一个审校环节，并记入事件记录。</translation>
        </message>
        <message>
            <source>An approval is of the running step.</source>
            <translation>只能批准当前环节。</translation>
        </message>
        <message>
            <source>An approval of one's own work says so.</source>
            <translation>批准本人的译文须如实标明。</translation>
        </message>
        <message>
            <source>An edition stays what it is of.</source>
            <translation>译本所属稿件和语言不可更改。</translation>
        </message>
        <message>
            <source>An entry of the memory needs a target. Retire it if it should not be used.</source>
            <translation>翻译记忆的条目必须有译文。如不应再用，请将其停用。</translation>
        </message>
        <message>
            <source>An event tells what happened.</source>
            <translation>事件只记录实际发生的事。</translation>
        </message>
        <message>
            <source>An office has a capital before the name: {right}.</source>
            <translation>职务在姓名之前要大写：{right}。</translation>
        </message>
        <message>
            <source>An office is small behind the name: {right}.</source>
            <translation>职务在姓名之后要小写：{right}。</translation>
        </message>
        <message>
            <source>Another package has taken the place of the DeepL engine.</source>
            <translation>DeepL 引擎已被另一软件包取代。</translation>
        </message>
        <message>
            <source>Another part of this program is still writing to the library. Try again shortly.</source>
            <translation>本程序的另一部分仍在写入稿库，请稍后重试。</translation>
        </message>
        <message>
            <source>Another reviewer for the reviewer's own changes</source>
            <translation>审校改写的内容须由另一位审校批准</translation>
        </message>
        <message>
            <source>Approved by a reviewer</source>
            <translation>已由审校批准</translation>
        </message>
        <message>
            <source>Approved by one of its own translators</source>
            <translation>由本文译者之一批准</translation>
        </message>
        <message>
            <source>Approved text is unchanged since approval</source>
            <translation>批准后文字未改动</translation>
        </message>
        <message>
            <source>April 2, not April 2nd</source>
            <translation>April 2，不写 April 2nd</translation>
        </message>
        <message>
            <source>April 2, not April 2nd.</source>
            <translation>April 2，不写 April 2nd。</translation>
        </message>
        <message>
            <source>Ask draft engines beside the text</source>
            <translation>在译文旁询问初稿引擎</translation>
        </message>
        <message>
            <source>Bilingual Word table</source>
            <translation>双语对照 Word 表格</translation>
        </message>
        <message>
            <source>Both files are in “{language}”. Give the Chinese first, then its translation.</source>
            <translation>两个文件都是“{language}”。请先给中文，再给译文。</translation>
        </message>
        <message>
            <source>By the article's date {word} is {wanted}; the draft has {drafted}.</source>
            <translation>按稿件日期，“{word}”是 {wanted}，译文为 {drafted}。</translation>
        </message>
        <message>
            <source>CTranslate2 model</source>
            <translation>CTranslate2 模型</translation>
        </message>
        <message>
            <source>Capitals in headlines.</source>
            <translation>标题中的大写。</translation>
        </message>
        <message>
            <source>Capitals of offices</source>
            <translation>职务的大写</translation>
        </message>
        <message>
            <source>Captions in the present tense</source>
            <translation>图片说明用现在时</translation>
        </message>
        <message>
            <source>Center, program, labor or centre, programme, labour.</source>
            <translation>Center、program、labor，或 centre、programme、labour。</translation>
        </message>
        <message>
            <source>Changes are counted from 1, as `review list` shows them.</source>
            <translation>改动从 1 开始编号，见 `review list` 的输出。</translation>
        </message>
        <message>
            <source>Character {place} (U+{char:04X}) cannot be stored in a segment. Delete it and try again.</source>
            <translation>第 {place} 个字符（U+{char:04X}）不能存入句段。请删除后重试。</translation>
        </message>
        <message>
            <source>Characters to draft at a time</source>
            <translation>每次生成初稿的字数</translation>
        </message>
        <message>
            <source>Chat model</source>
            <translation>对话模型</translation>
        </message>
        <message>
            <source>Chat server</source>
            <translation>对话服务器</translation>
        </message>
        <message>
            <source>Check the network and try again; what was drafted is kept.</source>
            <translation>请检查网络后重试；已有初稿都已保留。</translation>
        </message>
        <message>
            <source>Chinese currency</source>
            <translation>人民币</translation>
        </message>
        <message>
            <source>Chinese in brackets is allowed</source>
            <translation>允许括注中文</translation>
        </message>
        <message>
            <source>Comma from four digits</source>
            <translation>四位数起加逗号</translation>
        </message>
        <message>
            <source>Comments are open. Answer and resolve.</source>
            <translation>还有未解决的批注，请回复并标为已解决。</translation>
        </message>
        <message>
            <source>Confirmed exactly as {engine} wrote it. Read it with care.</source>
            <translation>与 {engine} 的初稿一字不差就确认了，请仔细通读。</translation>
        </message>
        <message>
            <source>Connection refused</source>
            <translation>连接被拒绝</translation>
        </message>
        <message>
            <source>Curly apostrophes</source>
            <translation>弯撇号</translation>
        </message>
        <message>
            <source>Date is given</source>
            <translation>日期已填写</translation>
        </message>
        <message>
            <source>DeepL ({host}) does not accept the key. Check it under Settings, Engines; a key that ends in :fx is for the free service.</source>
            <translation>DeepL（{host}）不接受此密钥。请在“设置 › 引擎”中检查；以 :fx 结尾的密钥用于免费服务。</translation>
        </message>
        <message>
            <source>DeepL accepts the key.</source>
            <translation>DeepL 接受此密钥。</translation>
        </message>
        <message>
            <source>DeepL answered with status {status}, which it does not document. Draft again later.</source>
            <translation>DeepL 返回了没有说明的状态 {status}。请稍后再试。</translation>
        </message>
        <message>
            <source>DeepL formality</source>
            <translation>DeepL 语体</translation>
        </message>
        <message>
            <source>DeepL has a fault of its own ({status}). Draft again later; nothing is lost.</source>
            <translation>DeepL 自身出现故障（{status}）。请稍后再试；没有任何丢失。</translation>
        </message>
        <message>
            <source>DeepL is asked too much at the moment. Wait a minute and draft again; nothing is lost.</source>
            <translation>DeepL 目前请求过多。请稍等一分钟再试；没有任何丢失。</translation>
        </message>
        <message>
            <source>DeepL model</source>
            <translation>DeepL 模型</translation>
        </message>
        <message>
            <source>DeepL needs the key of an account. Put it in under Settings, Engines, or set WORKBENCH_DEEPL_KEY.</source>
            <translation>DeepL 需要账户密钥。请在“设置 › 引擎”中填写，或设置环境变量 WORKBENCH_DEEPL_KEY。</translation>
        </message>
        <message>
            <source>DeepL refuses the request ({error}). Check languages, formality and model in the settings.</source>
            <translation>DeepL 拒绝了请求（{error}）。请检查设置中的语种、语体和模型。</translation>
        </message>
        <message>
            <source>DeepL server</source>
            <translation>DeepL 服务器</translation>
        </message>
        <message>
            <source>DeepL's server {host} answered something that is no translation. Nothing of it was used.</source>
            <translation>DeepL 服务器 {host} 返回的不是译文，没有采用。</translation>
        </message>
        <message>
            <source>DeepL's server {host} answered {found} texts where {count} were asked for. Nothing of that answer was used; try again.</source>
            <translation>DeepL 服务器 {host} 返回了 {found} 段文字，请求的是 {count} 段。应答内容没有采用，请重试。</translation>
        </message>
        <message>
            <source>Delete it there and write the file again.</source>
            <translation>请在该处删除后重新写出文件。</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>设备或资源正忙</translation>
        </message>
        <message>
            <source>Draft engines in order</source>
            <translation>初稿引擎的顺序</translation>
        </message>
        <message>
            <source>Drafting was cancelled.</source>
            <translation>已取消生成初稿。</translation>
        </message>
        <message>
            <source>Empty for DeepL's own, or an address beginning with https:// (http:// on this computer only).</source>
            <translation>留空使用 DeepL 官方服务器，或填写以 https:// 开头的地址（http:// 只限本机）。</translation>
        </message>
        <message>
            <source>Every character can be shown</source>
            <translation>每个字符都能显示</translation>
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
            <source>Every step of a review takes another pair of eyes.</source>
            <translation>每个审校环节须由不同的人完成。</translation>
        </message>
        <message>
            <source>Every text is kept as a version with who wrote it.</source>
            <translation>每处文字都须作为版本保存并注明作者。</translation>
        </message>
        <message>
            <source>Exchange the names</source>
            <translation>对调人名</translation>
        </message>
        <message>
            <source>Exchange the two</source>
            <translation>对调两者</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>文件已存在</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>文件名过长</translation>
        </message>
        <message>
            <source>Fill identical sentences on confirming</source>
            <translation>确认时填充相同句子</translation>
        </message>
        <message>
            <source>From {low} to {high} is a change of {shown} percent; the source says {change}.</source>
            <translation>从 {low} 到 {high} 的变化幅度是 {shown}%，原文写的是 {change}。</translation>
        </message>
        <message>
            <source>Governor Xu, but Xu Dazhe, governor</source>
            <translation>Governor Xu，但 Xu Dazhe, governor</translation>
        </message>
        <message>
            <source>Governor Xu, but Xu Dazhe, governor.</source>
            <translation>Governor Xu，但 Xu Dazhe, governor。</translation>
        </message>
        <message>
            <source>Headline is given</source>
            <translation>标题已填写</translation>
        </message>
        <message>
            <source>Headlines</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>How it is pointed out: 26日称, 27日获悉.</source>
            <translation>如何提示“26日称”“27日获悉”之类。</translation>
        </message>
        <message>
            <source>Import from private network addresses</source>
            <translation>允许从内部网络地址导入</translation>
        </message>
        <message>
            <source>In running text.</source>
            <translation>正文中的写法。</translation>
        </message>
        <message>
            <source>In the source the value {moves} ({fact}); the draft has “{target}” next to {item}.</source>
            <translation>原文中该数值{moves}（{fact}），译文在 {item} 旁写的是“{target}”。</translation>
        </message>
        <message>
            <source>In the source: {said}</source>
            <translation>原文中：{said}</translation>
        </message>
        <message>
            <source>In title case this headline has {words}.</source>
            <translation>按标题大小写规则，此标题应写：{words}。</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>读写错误</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>是文件夹</translation>
        </message>
        <message>
            <source>It cannot be read: {reason}.</source>
            <translation>无法读取：{reason}。</translation>
        </message>
        <message>
            <source>It is in {found}, not in {wanted}. Nothing of it was taken.</source>
            <translation>其语言对是 {found}，不是 {wanted}。未从中取用任何内容。</translation>
        </message>
        <message>
            <source>It is not known what was sent, and the texts differ.</source>
            <translation>无法得知发出时的内容，且两边文字不同。</translation>
        </message>
        <message>
            <source>It uses an unknown entity (&amp;{name};).</source>
            <translation>使用了未知实体（&amp;{name};）。</translation>
        </message>
        <message>
            <source>Kept on the DeepL account, one a library and language.</source>
            <translation>保存在 DeepL 账户中，每个稿库和语种一份。</translation>
        </message>
        <message>
            <source>Longest headline</source>
            <translation>标题最大长度</translation>
        </message>
        <message>
            <source>Look whether the address is right, or paste the text.</source>
            <translation>请检查网址是否正确，或粘贴文字。</translation>
        </message>
        <message>
            <source>Lowest memory match</source>
            <translation>翻译记忆最低匹配率</translation>
        </message>
        <message>
            <source>No Mr. and Ms. for officials</source>
            <translation>官员不加 Mr. 和 Ms.</translation>
        </message>
        <message>
            <source>No chat server is set. Put its address into the setting chat_server, such as http://localhost:11434/v1.</source>
            <translation>尚未设置对话服务器。请在设置 chat_server 中填写地址，例如 http://localhost:11434/v1。</translation>
        </message>
        <message>
            <source>No comma after “stressed that”</source>
            <translation>“stressed that”之后不加逗号</translation>
        </message>
        <message>
            <source>No comma stands after “that”.</source>
            <translation>“that”之后不加逗号。</translation>
        </message>
        <message>
            <source>No date was found in {name}. Type it in the page details.</source>
            <translation>在 {name} 中没有找到日期。请在页面信息中填写。</translation>
        </message>
        <message>
            <source>No embargo runs</source>
            <translation>没有发布禁令</translation>
        </message>
        <message>
            <source>No figure at the start of a sentence</source>
            <translation>句首不用阿拉伯数字</translation>
        </message>
        <message>
            <source>No font of the page shows {shown}. Replace these characters.</source>
            <translation>页面字体无法显示 {shown}。请替换这些字符。</translation>
        </message>
        <message>
            <source>No headline was found in {name}. Type it in the page details.</source>
            <translation>在 {name} 中没有找到标题。请在页面信息中填写。</translation>
        </message>
        <message>
            <source>No headline was found: the text begins with a paragraph. Type one in its row.</source>
            <translation>没有找到标题：文字以段落开头。请在标题句段中输入。</translation>
        </message>
        <message>
            <source>No model is set. Put its folder into the setting ctranslate2_folder.</source>
            <translation>尚未设置模型。请在设置 ctranslate2_folder 中填写模型所在文件夹。</translation>
        </message>
        <message>
            <source>No model is set. Put its name into the setting chat_model.</source>
            <translation>尚未设置模型。请在设置 chat_model 中填写模型名称。</translation>
        </message>
        <message>
            <source>No open comments</source>
            <translation>没有未解决的批注</translation>
        </message>
        <message>
            <source>No open findings</source>
            <translation>没有未处理的检查结果</translation>
        </message>
        <message>
            <source>No ordinals in dates</source>
            <translation>日期不用序数词</translation>
        </message>
        <message>
            <source>No piles of “further”, “actively” and the like</source>
            <translation>不堆砌“further”“actively”之类的词</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>磁盘空间不足</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>没有该文件或文件夹</translation>
        </message>
        <message>
            <source>No weekdays that the Chinese does not name</source>
            <translation>原文没有的星期几不写</translation>
        </message>
        <message>
            <source>No {wanted} pair with text in this unit (languages: {languages}).</source>
            <translation>此单元中没有 {wanted} 的句对（语言：{languages}）。</translation>
        </message>
        <message>
            <source>No “hundred million” and “ten thousand yuan”</source>
            <translation>不用“hundred million”和“ten thousand yuan”</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Nobody accepts in the name of somebody else.</source>
            <translation>不得以他人名义接受。</translation>
        </message>
        <message>
            <source>Nobody acts in the name of somebody else.</source>
            <translation>不得以他人名义操作。</translation>
        </message>
        <message>
            <source>Nobody approves in the name of somebody else.</source>
            <translation>不得以他人名义批准。</translation>
        </message>
        <message>
            <source>Nobody approves their own work.</source>
            <translation>不得批准本人的译文。</translation>
        </message>
        <message>
            <source>Nobody attaches their own account to somebody else, or another account to themselves.</source>
            <translation>不得把自己的账号关联给他人，也不得把其他账号关联给自己。</translation>
        </message>
        <message>
            <source>Nobody comments in the name of somebody else.</source>
            <translation>不得以他人名义批注。</translation>
        </message>
        <message>
            <source>Nobody confirms in the name of somebody else.</source>
            <translation>不得以他人名义确认。</translation>
        </message>
        <message>
            <source>Nobody publishes in the name of somebody else.</source>
            <translation>不得以他人名义发布。</translation>
        </message>
        <message>
            <source>Nobody resolves in the name of somebody else.</source>
            <translation>不得以他人名义解决批注。</translation>
        </message>
        <message>
            <source>Nobody writes in the name of somebody else.</source>
            <translation>不得以他人名义写入文字。</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>不是文件夹</translation>
        </message>
        <message>
            <source>Nothing was changed in segment {number}. `review list` names what was.</source>
            <translation>句段 {number} 没有改动。用 `review list` 可查看有哪些改动。</translation>
        </message>
        <message>
            <source>Numbers under ten</source>
            <translation>十以下的数字</translation>
        </message>
        <message>
            <source>Numbers under ten are written in words: {word}.</source>
            <translation>十以下的数字用单词书写：{word}。</translation>
        </message>
        <message>
            <source>Off keeps every text on this computer; the first use of DeepL or a server elsewhere asks.</source>
            <translation>关闭时，文字不离开本机；首次使用 DeepL 或外部服务器时会先询问。</translation>
        </message>
        <message>
            <source>Off keeps the program from reaching into the office's own network.</source>
            <translation>关闭时，程序不会访问单位内部网络。</translation>
        </message>
        <message>
            <source>Offered when a reviewer sends text back, separated by semicolons.</source>
            <translation>审校退回时可选的理由，以英文分号分隔。</translation>
        </message>
        <message>
            <source>Officials stand without Mr., Mrs. or Ms. in this copy.</source>
            <translation>官员姓名前不加 Mr.、Mrs. 或 Ms.。</translation>
        </message>
        <message>
            <source>One segment is too long for DeepL. Split it and draft again.</source>
            <translation>有一个句段超出 DeepL 的长度上限。请拆分后再试。</translation>
        </message>
        <message>
            <source>One side has no text. This unit was left out.</source>
            <translation>有一侧没有文字。该条已略过。</translation>
        </message>
        <message>
            <source>Only a correction begins a new version.</source>
            <translation>只有更正才会产生新版本。</translation>
        </message>
        <message>
            <source>Only a reviewer marks text as reviewed.</source>
            <translation>只有审校人员可以标为已审。</translation>
        </message>
        <message>
            <source>Only an edition in review is approved.</source>
            <translation>只有审校中的译本可以批准。</translation>
        </message>
        <message>
            <source>Only exactly the approved text is published.</source>
            <translation>只能发布与批准内容完全一致的文字。</translation>
        </message>
        <message>
            <source>Only published text is final.</source>
            <translation>只有已发布的文字才算定稿。</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>操作不被允许</translation>
        </message>
        <message>
            <source>Outlet (source line) is given</source>
            <translation>来源已填写</translation>
        </message>
        <message>
            <source>Percent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>没有权限</translation>
        </message>
        <message>
            <source>Photo credit is given</source>
            <translation>图片署名已填写</translation>
        </message>
        <message>
            <source>Point out outdated official forms</source>
            <translation>指出已停用的官方译法</translation>
        </message>
        <message>
            <source>Preferred terms as a DeepL glossary</source>
            <translation>将首选术语作为 DeepL 术语表</translation>
        </message>
        <message>
            <source>Printed on everything that was approved so.</source>
            <translation>凡如此批准的稿件都会注明。</translation>
        </message>
        <message>
            <source>Put the headline in title case</source>
            <translation>改用标题大小写</translation>
        </message>
        <message>
            <source>Quality or speed; default leaves it to DeepL.</source>
            <translation>质量优先或速度优先；默认由 DeepL 决定。</translation>
        </message>
        <message>
            <source>Quotation marks</source>
            <translation>引号</translation>
        </message>
        <message>
            <source>Quotation marks point the wrong way.</source>
            <translation>引号方向有误。</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>文件系统只读</translation>
        </message>
        <message>
            <source>Reasons for returning</source>
            <translation>退回理由</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>删去</translation>
        </message>
        <message>
            <source>Remove the blank</source>
            <translation>删去空格</translation>
        </message>
        <message>
            <source>Remove the stop</source>
            <translation>删去句号</translation>
        </message>
        <message>
            <source>Review steps</source>
            <translation>审次</translation>
        </message>
        <message>
            <source>Row {number} has the same English for other Chinese.</source>
            <translation>第 {number} 句的中文不同，英文却相同。</translation>
        </message>
        <message>
            <source>Row {number} of the JSON file has no key.</source>
            <translation>JSON 文件的第 {number} 行没有键。</translation>
        </message>
        <message>
            <source>Row {number} of the JSON file has no known state.</source>
            <translation>JSON 文件的第 {number} 行没有已知的状态。</translation>
        </message>
        <message>
            <source>Row {number} of the bilingual table has no number of ours.</source>
            <translation>双语对照表的第 {number} 行没有本程序的编号。</translation>
        </message>
        <message>
            <source>Row {number} of the bilingual table was taken out.</source>
            <translation>双语对照表的第 {number} 行已被删除。</translation>
        </message>
        <message>
            <source>Row {number} renders the same Chinese as “{text}”.</source>
            <translation>第 {number} 句把同样的中文译作“{text}”。</translation>
        </message>
        <message>
            <source>Row {number} was meant as {meant!r} and stands in the file as {found!r}.</source>
            <translation>第 {number} 句应为 {meant!r}，文件中为 {found!r}。</translation>
        </message>
        <message>
            <source>Rows can be emptied but neither added nor removed in Word; put it back and read the file again.</source>
            <translation>在 Word 中可以清空行，但不能增删行；请恢复后重新读取文件。</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Say what should change; the translator sees the reason.</source>
            <translation>请说明需要修改什么，译者会看到。</translation>
        </message>
        <message>
            <source>Say what {name} does: --role translator, reviewer, editor or admin.</source>
            <translation>请说明 {name} 的角色：--role translator、reviewer、editor 或 admin。</translation>
        </message>
        <message>
            <source>Say why it is added; reviewers see the reason.</source>
            <translation>请说明添加的理由，审校会看到。</translation>
        </message>
        <message>
            <source>Say why it is left out; reviewers see the reason.</source>
            <translation>请说明略去的理由，审校会看到。</translation>
        </message>
        <message>
            <source>Say why it is right as it is; the reason is kept.</source>
            <translation>请说明为何无误，理由将存档。</translation>
        </message>
        <message>
            <source>Say why it is sent back; the translator sees the reason.</source>
            <translation>请说明退回的理由，译者会看到。</translation>
        </message>
        <message>
            <source>Say why the credit line is changed; the reason is kept with it.</source>
            <translation>请说明更改署名的理由，理由将一并存档。</translation>
        </message>
        <message>
            <source>Say why the page is withdrawn; the reason is kept.</source>
            <translation>请说明撤回此页的理由，理由将存档。</translation>
        </message>
        <message>
            <source>Section is given</source>
            <translation>栏目已填写</translation>
        </message>
        <message>
            <source>Segment {shown} is empty. Translate it or leave it out with a reason.</source>
            <translation>第 {shown} 句为空。请翻译，或附理由略去。</translation>
        </message>
        <message>
            <source>Segment {shown} is marked as returned. Approve it by itself or send the edition back.</source>
            <translation>第 {shown} 句已标为退回。请单独批准，或退回整个版本。</translation>
        </message>
        <message>
            <source>Segment {shown} is not confirmed. Read and confirm it.</source>
            <translation>第 {shown} 句尚未确认。请通读并确认。</translation>
        </message>
        <message>
            <source>Segment {shown} is rewritten by this reviewer; another reviewer has to approve.</source>
            <translation>第 {shown} 句由这位审校改写过，须由另一位审校批准。</translation>
        </message>
        <message>
            <source>Segments are empty or not confirmed: this cannot be submitted.</source>
            <translation>有句段为空或未确认，不能送审。</translation>
        </message>
        <message>
            <source>Segments are empty.</source>
            <translation>有句段为空。</translation>
        </message>
        <message>
            <source>Segments {shown} are empty. Translate or leave them out with a reason.</source>
            <translation>第 {shown} 句为空。请翻译，或附理由略去。</translation>
        </message>
        <message>
            <source>Segments {shown} are marked as returned. Approve them one by one or send the edition back.</source>
            <translation>第 {shown} 句已标为退回。请逐句批准，或退回整个版本。</translation>
        </message>
        <message>
            <source>Segments {shown} are not confirmed. Read and confirm them.</source>
            <translation>第 {shown} 句尚未确认。请通读并确认。</translation>
        </message>
        <message>
            <source>Segments {shown} are rewritten by this reviewer; another reviewer has to approve.</source>
            <translation>第 {shown} 句由这位审校改写过，须由另一位审校批准。</translation>
        </message>
        <message>
            <source>Several articles begin with {beginning}: {keys}. Give more of the key.</source>
            <translation>有多篇稿件以 {beginning} 开头：{keys}。请多写几位键。</translation>
        </message>
        <message>
            <source>Some bytes of this unit cannot be read in the encoding the file declares.</source>
            <translation>此单元有字节无法按文件声明的编码读取。</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>有人</translation>
        </message>
        <message>
            <source>Somebody changed the segment since the file was sent.</source>
            <translation>文件发出后有人改过此句段。</translation>
        </message>
        <message>
            <source>Somebody else changed this at the same moment. Look at their version and try again.</source>
            <translation>同一时刻有人也作了更改。请查看对方的版本后重试。</translation>
        </message>
        <message>
            <source>Somebody else has just written {path} to {folder}. Publish again.</source>
            <translation>刚才有人将 {path} 写入了 {folder}。请重新发布。</translation>
        </message>
        <message>
            <source>Somebody has to stay admin. Make another person admin first.</source>
            <translation>至少要有一位管理员。请先将另一人设为管理员。</translation>
        </message>
        <message>
            <source>Something went wrong inside the program. It has been written to the log; your saved work is safe.</source>
            <translation>程序内部出错，已写入日志；您已保存的工作是安全的。</translation>
        </message>
        <message>
            <source>Spelling</source>
            <translation>拼写</translation>
        </message>
        <message>
            <source>Spelling is checked in English only.</source>
            <translation>拼写检查仅适用于英文。</translation>
        </message>
        <message>
            <source>Spelling is not checked: no dictionary is installed. Install chunspell or spylls.</source>
            <translation>未检查拼写：尚未安装词典。请安装 chunspell 或 spylls。</translation>
        </message>
        <message>
            <source>Straight and curly quotation marks are mixed.</source>
            <translation>直引号与弯引号混用。</translation>
        </message>
        <message>
            <source>Such as https://www.example.cn/{language}/; empty: pages of all languages lie in one folder.</source>
            <translation>例如 https://www.example.cn/{language}/；留空表示各语种页面放在同一文件夹。</translation>
        </message>
        <message>
            <source>Suggestions come from pairs confirmed here, aligned from published pages, or imported alone.</source>
            <translation>建议只取本稿库确认、从已发布网页对齐所得或导入的句对。</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>纯文本</translation>
        </message>
        <message>
            <source>Text added on purpose has no source to split. Add another piece instead.</source>
            <translation>有意添加的文字没有原文可拆分。请另外添加一段。</translation>
        </message>
        <message>
            <source>Text may be sent to draft servers</source>
            <translation>允许将文字发送到初稿服务器</translation>
        </message>
        <message>
            <source>That is no key: one consists of letters, digits and signs, without blanks. Copy it again.</source>
            <translation>这不是密钥：密钥由字母、数字和符号组成，不含空格。请重新复制。</translation>
        </message>
        <message>
            <source>The Chinese has {zh}; the English names {two} before {one}.</source>
            <translation>中文的顺序是“{zh}”，英文却把 {two} 放在 {one} 之前。</translation>
        </message>
        <message>
            <source>The Chinese names no weekday: weekdays belong to wire style.</source>
            <translation>原文没有写星期几：星期几只用于电讯稿。</translation>
        </message>
        <message>
            <source>The Chinese names {first} before {second}; the English has {after} before {before}.</source>
            <translation>中文里“{first}”在“{second}”之前，英文却把 {after} 放在 {before} 之前。</translation>
        </message>
        <message>
            <source>The Chinese quotes something; the English has no quotation marks.</source>
            <translation>中文有引号，英文没有。</translation>
        </message>
        <message>
            <source>The Chinese says {zh}; the English says “{en}” and has no negation.</source>
            <translation>中文是“{zh}”，英文写的是“{en}”，没有否定。</translation>
        </message>
        <message>
            <source>The DeepL account has used up its characters for this period. Raise the limit with DeepL or take another engine; what was drafted is kept.</source>
            <translation>DeepL 账户本期字符数已用完。请向 DeepL 提高上限，或换用其他引擎；已有初稿都已保留。</translation>
        </message>
        <message>
            <source>The JSON file has no edition or no rows. Export the edition again.</source>
            <translation>此 JSON 文件没有语种版本或没有句段。请重新导出。</translation>
        </message>
        <message>
            <source>The JSON file is not a {schema} document.</source>
            <translation>此 JSON 文件不是 {schema} 文档。</translation>
        </message>
        <message>
            <source>The JSON file is of schema version {version}; this program reads {known}.</source>
            <translation>此 JSON 文件的结构版本是 {version}，本程序读取 {known}。</translation>
        </message>
        <message>
            <source>The Markdown file has no front matter of ours. Publish the page again.</source>
            <translation>此 Markdown 文件没有本程序的文首信息。请重新发布页面。</translation>
        </message>
        <message>
            <source>The PDF is not whole. Publish the page again.</source>
            <translation>此 PDF 不完整。请重新发布页面。</translation>
        </message>
        <message>
            <source>The PO file has no entries, or is not a PO file at all. Choose another one.</source>
            <translation>此 PO 文件没有条目，或根本不是 PO 文件。请另选文件。</translation>
        </message>
        <message>
            <source>The PO file is damaged at {place}. Check it with msgfmt -c, or export it again.</source>
            <translation>此 PO 文件在{place}处损坏。请用 msgfmt -c 检查，或重新导出。</translation>
        </message>
        <message>
            <source>The PO file is damaged at {place}: {text!r} is not a whole line of PO. It was cut short or edited by hand; export it again.</source>
            <translation>此 PO 文件在{place}处损坏：{text!r} 不是完整的 PO 行。文件不完整或被手工编辑过；请重新导出。</translation>
        </message>
        <message>
            <source>The PO file is damaged. Check it with msgfmt -c, or export it again.</source>
            <translation>此 PO 文件已损坏。请用 msgfmt -c 检查，或重新导出。</translation>
        </message>
        <message>
            <source>The PO file is larger than 50 MB. Split it and import the parts.</source>
            <translation>此 PO 文件超过 50 MB。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>The PO file is not in the encoding it names. Save it as UTF-8.</source>
            <translation>此 PO 文件的实际编码与声明不符。请存为 UTF-8。</translation>
        </message>
        <message>
            <source>The PO file names an encoding that is not read. Save it as UTF-8.</source>
            <translation>此 PO 文件声明的编码不受支持。请存为 UTF-8。</translation>
        </message>
        <message>
            <source>The Word file is not a bilingual table of ours, or its first lines were removed. Read the file that was exported, with the changes made in it.</source>
            <translation>此 Word 文件不是本程序导出的双语对照表，或开头几行已被删除。请读取导出后修改过的那个文件。</translation>
        </message>
        <message>
            <source>The XLIFF file breaks a rule of XLIFF 2 at {shown}{where}: {rule}.</source>
            <translation>此 XLIFF 文件在 {shown}{where}违反了 XLIFF 2 的规则：{rule}。</translation>
        </message>
        <message>
            <source>The XLIFF file has a unit without source at {place}. Export it again.</source>
            <translation>此 XLIFF 文件在{place}处有一个没有原文的单元。请重新导出。</translation>
        </message>
        <message>
            <source>The XLIFF file holds no &lt;file&gt;. Export it again.</source>
            <translation>此 XLIFF 文件没有 &lt;file&gt;。请重新导出。</translation>
        </message>
        <message>
            <source>The XML cannot be read here ({reason}, line {number}).</source>
            <translation>此处的 XML 无法读取（{reason}，第 {number} 行）。</translation>
        </message>
        <message>
            <source>The account does not agree with the work.</source>
            <translation>工作量记录与实际不符。</translation>
        </message>
        <message>
            <source>The account of events does not fit together at event {number}: it was changed outside this program.</source>
            <translation>事件记录在第 {number} 条处不连贯：有人在本程序之外改动过。</translation>
        </message>
        <message>
            <source>The account of work is written by an approval.</source>
            <translation>工作量记录只能由批准写入。</translation>
        </message>
        <message>
            <source>The account with the chat server {host} is spent.</source>
            <translation>对话服务器 {host} 的账户额度已用完。</translation>
        </message>
        <message>
            <source>The address of an OpenAI-compatible server, such as http://localhost:11434/v1.</source>
            <translation>OpenAI 兼容服务器的地址，例如 http://localhost:11434/v1。</translation>
        </message>
        <message>
            <source>The article mixes quotation marks: here they are curly, elsewhere not.</source>
            <translation>全文引号不统一：此处用弯引号，他处不是。</translation>
        </message>
        <message>
            <source>The article mixes quotation marks: here they are straight, elsewhere not.</source>
            <translation>全文引号不统一：此处用直引号，他处不是。</translation>
        </message>
        <message>
            <source>The article {article} has no edition in “{language}” yet. Draft or edit it first.</source>
            <translation>稿件 {article} 还没有“{language}”版本。请先翻译或编辑。</translation>
        </message>
        <message>
            <source>The article {key} has no edition in {language}.</source>
            <translation>稿件 {key} 没有 {language} 语种版本。</translation>
        </message>
        <message>
            <source>The backup did not come out sound, so it was not kept: {problem}</source>
            <translation>备份不完好，没有保留：{problem}</translation>
        </message>
        <message>
            <source>The chat server {host}</source>
            <translation>对话服务器 {host}</translation>
        </message>
        <message>
            <source>The chat server {host} answered with status {status}. Draft again later; nothing is lost.</source>
            <translation>对话服务器 {host} 返回状态 {status}。请稍后再试；没有任何丢失。</translation>
        </message>
        <message>
            <source>The chat server {host} answers and has the model {model}.</source>
            <translation>对话服务器 {host} 有应答，并有模型 {model}。</translation>
        </message>
        <message>
            <source>The chat server {host} answers, but has no model “{model}”. It has: {shown}.</source>
            <translation>对话服务器 {host} 有应答，但没有模型“{model}”。现有：{shown}。</translation>
        </message>
        <message>
            <source>The chat server {host} answers; which models it has it does not say.</source>
            <translation>对话服务器 {host} 有应答，但没有说明有哪些模型。</translation>
        </message>
        <message>
            <source>The chat server {host} does not accept the key. Check it under Settings.</source>
            <translation>对话服务器 {host} 不接受此密钥。请在设置中检查。</translation>
        </message>
        <message>
            <source>The chat server {host} has no such address or model. Check chat_server and chat_model.</source>
            <translation>对话服务器 {host} 没有此地址或模型。请检查 chat_server 和 chat_model。</translation>
        </message>
        <message>
            <source>The chat server {server} did not answer in the form that was asked for. Try a larger model; nothing of the answer was used.</source>
            <translation>对话服务器 {server} 没有按要求的格式应答。请换用更大的模型；应答内容没有采用。</translation>
        </message>
        <message>
            <source>The copy at {name} differs in {table}; it was not kept. Try again, and keep this library.</source>
            <translation>{name} 处的副本在 {table} 中有差异，未予保留。请重试，并保留当前稿库。</translation>
        </message>
        <message>
            <source>The copy at {name} is not sound: {problem}</source>
            <translation>{name} 处的副本不完好：{problem}</translation>
        </message>
        <message>
            <source>The digest is not that of the text. Open the article again.</source>
            <translation>摘要与文字不符，请重新打开稿件。</translation>
        </message>
        <message>
            <source>The disk of {name} is full{free}. Make room; what you typed is kept meanwhile.</source>
            <translation>{name} 所在磁盘已满{free}。请腾出空间；您输入的内容会暂时保留。</translation>
        </message>
        <message>
            <source>The draft adds {english}; the source states no such value.</source>
            <translation>译文多出 {english}，原文没有这个数值。</translation>
        </message>
        <message>
            <source>The draft adds {month}; the source names no such month.</source>
            <translation>译文多出 {month}，原文没有这个月份。</translation>
        </message>
        <message>
            <source>The draft makes {early} a part of {late}: are they exchanged?</source>
            <translation>译文把 {early} 写成了 {late} 的一部分：是否颠倒了？</translation>
        </message>
        <message>
            <source>The edition is {stage}; a reviewer has to approve it first.</source>
            <translation>此版本目前为“{stage}”，须先由审校批准。</translation>
        </message>
        <message>
            <source>The embargo still runs.</source>
            <translation>仍在发布限制期内。</translation>
        </message>
        <message>
            <source>The encoding of {name} had to be guessed ({codec}). Look whether the text reads well; if not, save it as UTF-8.</source>
            <translation>{name} 的编码是推测的（{codec}）。请检查文字是否正常；如不正常，请存为 UTF-8。</translation>
        </message>
        <message>
            <source>The file</source>
            <translation>该文件</translation>
        </message>
        <message>
            <source>The file ends in the middle ({missing}).</source>
            <translation>文件中途结束（{missing}）。</translation>
        </message>
        <message>
            <source>The file holds the row {twice} twice. Remove one of them.</source>
            <translation>文件中 {twice} 行出现了两次。请删除其中一个。</translation>
        </message>
        <message>
            <source>The file is not XLIFF 1.x. Choose the format it was exported as.</source>
            <translation>此文件不是 XLIFF 1.x。请选择导出时的格式。</translation>
        </message>
        <message>
            <source>The file is not XLIFF 2.x. Choose the format it was exported as.</source>
            <translation>此文件不是 XLIFF 2.x。请选择导出时的格式。</translation>
        </message>
        <message>
            <source>The file is not a PO file: it has no msgid. Choose another one.</source>
            <translation>此文件不是 PO 文件：没有 msgid。请另选文件。</translation>
        </message>
        <message>
            <source>The file should hold {wanted} rows and holds {count}: it was cut short, or rows were taken out or doubled. Nothing was read. Send the whole file again, with empty rows where nothing is to change.</source>
            <translation>文件应有 {wanted} 行，实有 {count} 行：文件不完整，或有行被删除、重复。未读取任何内容。请重新发送完整文件，不需改动的行留空即可。</translation>
        </message>
        <message>
            <source>The folder of a converted Chinese–English model with its SentencePiece files.</source>
            <translation>已转换的中英模型及其 SentencePiece 文件所在的文件夹。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {reason}. Choose another.</source>
            <translation>文件夹 {folder} 无法创建：{reason}。请另选一个。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be used: {reason}. Choose another.</source>
            <translation>文件夹 {folder} 无法使用：{reason}。请另选一个。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written to. Choose another place for the library.</source>
            <translation>文件夹 {folder} 无法写入。请为稿库另选位置。</translation>
        </message>
        <message>
            <source>The font has no character map that can be read.</source>
            <translation>该字体没有可读取的字符表。</translation>
        </message>
        <message>
            <source>The format {key} cannot come back into an edition: it has no rows.</source>
            <translation>格式 {key} 没有句段，无法收回到语种版本中。</translation>
        </message>
        <message>
            <source>The headline has {count} words; the house wants at most {longest}.</source>
            <translation>标题有 {count} 个词，本社要求最多 {longest} 个。</translation>
        </message>
        <message>
            <source>The house form of {zh} is “{right}”.</source>
            <translation>本社规定“{zh}”译作“{right}”。</translation>
        </message>
        <message>
            <source>The house writes curly apostrophes.</source>
            <translation>本社使用弯撇号。</translation>
        </message>
        <message>
            <source>The house writes curly quotation marks.</source>
            <translation>本社使用弯引号。</translation>
        </message>
        <message>
            <source>The house writes dates as “{right}”.</source>
            <translation>本社日期写作“{right}”。</translation>
        </message>
        <message>
            <source>The house writes straight quotation marks.</source>
            <translation>本社使用直引号。</translation>
        </message>
        <message>
            <source>The house writes times as “{right}”, if this is one.</source>
            <translation>如果这是时刻，本社写作“{right}”。</translation>
        </message>
        <message>
            <source>The house writes times as “{right}”.</source>
            <translation>本社时刻写作“{right}”。</translation>
        </message>
        <message>
            <source>The house writes “{right}”.</source>
            <translation>本社写作“{right}”。</translation>
        </message>
        <message>
            <source>The kept index of the memory is damaged. It is made anew.</source>
            <translation>已保存的翻译记忆索引已损坏，正在重建。</translation>
        </message>
        <message>
            <source>The kept index of the memory is from another version. It is made anew.</source>
            <translation>已保存的翻译记忆索引来自另一版本，正在重建。</translation>
        </message>
        <message>
            <source>The kept index of the memory is incomplete. It is made anew.</source>
            <translation>已保存的翻译记忆索引不完整，正在重建。</translation>
        </message>
        <message>
            <source>The last step completes the review.</source>
            <translation>审校须由最后一个环节完成。</translation>
        </message>
        <message>
            <source>The library is being written to by {holder}. Close that program or wait, then try again; nothing of yours was lost.</source>
            <translation>{holder}正在写入稿库。请关闭该程序或稍候，然后重试；您的内容没有丢失。</translation>
        </message>
        <message>
            <source>The library refused this: {said}</source>
            <translation>稿库拒绝了此操作：{said}</translation>
        </message>
        <message>
            <source>The library {name} cannot be used: {reason}.</source>
            <translation>稿库 {name} 无法使用：{reason}。</translation>
        </message>
        <message>
            <source>The library {name} is damaged. Run “workbench library check”, then restore a backup.</source>
            <translation>稿库 {name} 已损坏。请运行“workbench library check”，然后恢复备份。</translation>
        </message>
        <message>
            <source>The library {name} is locked by another program. Nothing was lost; try again shortly.</source>
            <translation>稿库 {name} 被另一程序锁定。没有任何丢失，请稍后重试。</translation>
        </message>
        <message>
            <source>The library {name} is open for reading only. Save a copy to a place you can write to.</source>
            <translation>稿库 {name} 以只读方式打开。请另存到可写入的位置。</translation>
        </message>
        <message>
            <source>The library {name} is read-only here. Save a copy to a place you can write to.</source>
            <translation>稿库 {name} 在此处只读。请另存到可写入的位置。</translation>
        </message>
        <message>
            <source>The library {name} is read-only now. Try again later.</source>
            <translation>稿库 {name} 目前为只读，请稍后再试。</translation>
        </message>
        <message>
            <source>The library {name} needs updating by its owner: “workbench library migrate”. Until then use the version of this program you had.</source>
            <translation>稿库 {name} 需要由其所有者更新：“workbench library migrate”。在此之前请使用原来的程序版本。</translation>
        </message>
        <message>
            <source>The library {path} cannot be opened. Check that the folder exists and is yours.</source>
            <translation>稿库 {path} 无法打开。请检查文件夹是否存在、是否有权限。</translation>
        </message>
        <message>
            <source>The library {path} is damaged ({verdict}). Restore a backup before updating it.</source>
            <translation>稿库 {path} 已损坏（{verdict}）。请先恢复备份再升级。</translation>
        </message>
        <message>
            <source>The library {place} needs updating but is read-only. Copy it somewhere writable.</source>
            <translation>稿库 {place} 需要升级，但它是只读的。请复制到可写入的位置。</translation>
        </message>
        <message>
            <source>The library {place} was made by a newer version of this program (schema {found}; this one knows {schema}). Install the newer version to open it; nothing was changed.</source>
            <translation>稿库 {place} 由本程序的较新版本创建（结构版本 {found}，本版本支持 {schema}）。请安装新版本后打开；没有任何改动。</translation>
        </message>
        <message>
            <source>The library's address cannot be read. Give a path or a URL such as postgresql+psycopg://host/library.</source>
            <translation>无法识别稿库地址。请给出路径或网址，例如 postgresql+psycopg://host/library。</translation>
        </message>
        <message>
            <source>The manifest {path} cannot be read: {reason}.</source>
            <translation>清单 {path} 无法读取：{reason}。</translation>
        </message>
        <message>
            <source>The manifest {path} was damaged or changed by hand. Move it away together with the files beside it, and publish again into an empty folder.</source>
            <translation>清单 {path} 已损坏或被手工改动。请将它与同处的文件一起移走，再发布到空文件夹。</translation>
        </message>
        <message>
            <source>The memory has no entry {entry_id}. Look again: somebody may have removed it.</source>
            <translation>翻译记忆中没有条目 {entry_id}。请再查一次：可能已被人移除。</translation>
        </message>
        <message>
            <source>The memory is searched in “source” or “target”, not in “{side}”.</source>
            <translation>翻译记忆只能在 source 或 target 中检索，不能在“{side}”中检索。</translation>
        </message>
        <message>
            <source>The model in {folder} cannot be loaded ({reason}). Convert it again with a version that fits the installed ctranslate2.</source>
            <translation>无法载入 {folder} 中的模型（{reason}）。请用与已安装的 ctranslate2 相符的版本重新转换。</translation>
        </message>
        <message>
            <source>The model on this computer writes English. Take another engine for this language.</source>
            <translation>本机模型只译成英文。此语种请换用其他引擎。</translation>
        </message>
        <message>
            <source>The model {name} broke off ({reason}). What was drafted is kept.</source>
            <translation>模型 {name} 中途停止（{reason}）。已有初稿都已保留。</translation>
        </message>
        <message>
            <source>The model {name} can be used.</source>
            <translation>模型 {name} 可以使用。</translation>
        </message>
        <message>
            <source>The model's name as its server knows it.</source>
            <translation>服务器上的模型名称。</translation>
        </message>
        <message>
            <source>The next segment is locked. Unlock it before joining.</source>
            <translation>下一句段已锁定，请先解锁再合并。</translation>
        </message>
        <message>
            <source>The other language's file is missing, so this one was left out. Put it beside with the same name.</source>
            <translation>缺少另一语言的文件，因此此文件已略去。请将同名文件放在一起。</translation>
        </message>
        <message>
            <source>The package {name} is not installed. “pip install ctranslate2 sentencepiece” adds what a model on this computer needs.</source>
            <translation>尚未安装软件包 {name}。“pip install ctranslate2 sentencepiece”可安装本机模型所需的组件。</translation>
        </message>
        <message>
            <source>The pasted text</source>
            <translation>粘贴的文字</translation>
        </message>
        <message>
            <source>The pattern has no group that “{replacement}” names.</source>
            <translation>“{replacement}”引用的分组在表达式中不存在。</translation>
        </message>
        <message>
            <source>The pattern “{text}” takes too long. Write it more simply.</source>
            <translation>表达式“{text}”耗时过长。请写得简单一些。</translation>
        </message>
        <message>
            <source>The picture {name} cannot be read. Put a good copy into the article.</source>
            <translation>图片 {name} 无法读取。请将完好的图片放入稿件。</translation>
        </message>
        <message>
            <source>The picture {name} is damaged. Put a good copy into the article.</source>
            <translation>图片 {name} 已损坏。请将完好的图片放入稿件。</translation>
        </message>
        <message>
            <source>The picture {name} is not a PNG, JPEG, GIF, WebP, AVIF, BMP or TIFF. Save it as one of these and put it into the article again.</source>
            <translation>图片 {name} 不是 PNG、JPEG、GIF、WebP、AVIF、BMP 或 TIFF。请另存为其中一种，再放入稿件。</translation>
        </message>
        <message>
            <source>The picture {picture} in {document} is {reason} and stayed behind. Add it as JPEG.</source>
            <translation>{document} 中的图片 {picture} {reason}，没有导入。请另存为 JPEG 再添加。</translation>
        </message>
        <message>
            <source>The picture {picture} is missing in {document}.</source>
            <translation>{document} 中缺少图片 {picture}。</translation>
        </message>
        <message>
            <source>The place of segment {number} was changed, not its words: undo it, or leave it.</source>
            <translation>句段 {number} 改动的是位置而非文字：可以撤销，也可以保持现状。</translation>
        </message>
        <message>
            <source>The punctuation is doubled.</source>
            <translation>标点重复。</translation>
        </message>
        <message>
            <source>The same sentence elsewhere in the article gets the same text, as a draft to be confirmed.</source>
            <translation>稿件中其他相同的句子将填入同样的译文，作为待确认的初稿。</translation>
        </message>
        <message>
            <source>The segment is locked.</source>
            <translation>此句段已锁定。</translation>
        </message>
        <message>
            <source>The segment was left out on purpose.</source>
            <translation>此句段已有意略去。</translation>
        </message>
        <message>
            <source>The sentence begins with a small letter.</source>
            <translation>句首字母没有大写。</translation>
        </message>
        <message>
            <source>The sentence has no final stop.</source>
            <translation>句末没有句号。</translation>
        </message>
        <message>
            <source>The sentence rules {name} are larger than 2 MB, which no rules are. Choose another file.</source>
            <translation>断句规则 {name} 超过 2 MB，不可能是规则文件。请另选文件。</translation>
        </message>
        <message>
            <source>The sentence rules {name} are no SRX file: no languagemap in it. Choose another file.</source>
            <translation>断句规则 {name} 不是 SRX 文件：其中没有 languagemap。请另选文件。</translation>
        </message>
        <message>
            <source>The sentence rules {name} are not well-formed XML. Mend the file or choose another.</source>
            <translation>断句规则 {name} 不是格式正确的 XML。请改正文件或另选文件。</translation>
        </message>
        <message>
            <source>The sentence rules {name} declare entities, which is not allowed. Remove the DOCTYPE.</source>
            <translation>断句规则 {name} 声明了实体，这是不允许的。请删去 DOCTYPE。</translation>
        </message>
        <message>
            <source>The sentence rules {name} hold a rule that cannot be used: {reason}. Mend or remove it.</source>
            <translation>断句规则 {name} 中有一条规则无法使用：{reason}。请改正或删除。</translation>
        </message>
        <message>
            <source>The sentence rules {path} cannot be read. Choose another file in the settings.</source>
            <translation>断句规则 {path} 无法读取。请在设置中另选文件。</translation>
        </message>
        <message>
            <source>The server of {name} could not be trusted: {said}. Ask whoever runs it for its certificate; nothing was sent.</source>
            <translation>无法信任 {name} 的服务器：{said}。请向管理员索取证书；未发送任何内容。</translation>
        </message>
        <message>
            <source>The server of {name} does not answer. What you type is kept here and saved as soon as it does.</source>
            <translation>{name} 的服务器没有响应。您输入的内容会保留在本机，恢复后立即保存。</translation>
        </message>
        <message>
            <source>The server of {name} does not let {account} in. Sign in again with the right password: “workbench library sign-in”.</source>
            <translation>{name} 的服务器拒绝 {account} 登录。请用正确的密码重新登录：“workbench library sign-in”。</translation>
        </message>
        <message>
            <source>The server of {name} is out of room or connections: {said}.</source>
            <translation>{name} 的服务器空间或连接数已满：{said}。</translation>
        </message>
        <message>
            <source>The server {host} answered something that is not from DeepL, perhaps the log-in page of a network. Nothing of it was used; check the network and the setting deepl_server.</source>
            <translation>服务器 {host} 的应答并非来自 DeepL，可能是网络登录页。应答内容没有采用；请检查网络和设置 deepl_server。</translation>
        </message>
        <message>
            <source>The server {host} answered something that no chat server says. Check the setting chat_server.</source>
            <translation>服务器 {host} 的应答不像对话服务器。请检查设置 chat_server。</translation>
        </message>
        <message>
            <source>The server {host} has no such service. Check the setting deepl_server.</source>
            <translation>服务器 {host} 没有此服务。请检查设置 deepl_server。</translation>
        </message>
        <message>
            <source>The setting {name} cannot be “{value}”. Choose one of: {allowed}.</source>
            <translation>设置 {name} 不能为“{value}”。可选：{allowed}。</translation>
        </message>
        <message>
            <source>The setting {name} cannot be “{value}”. {help}</source>
            <translation>设置 {name} 不能为“{value}”。{help}</translation>
        </message>
        <message>
            <source>The setting {setting} is no address of a server: “{address}”. Write https://… (http:// only for this computer), without a name or password in it.</source>
            <translation>设置 {setting} 不是服务器地址：“{address}”。请写成 https://……（http:// 只限本机），不含用户名和密码。</translation>
        </message>
        <message>
            <source>The source cannot be empty. Leave the segment out instead.</source>
            <translation>原文不能为空。如不需要此句段，请将其略去。</translation>
        </message>
        <message>
            <source>The source changed since the file was sent.</source>
            <translation>文件发出后原文有改动。</translation>
        </message>
        <message>
            <source>The source is too short to split there. Put the caret inside the sentence.</source>
            <translation>原文太短，无法在此拆分。请将光标放在句子中间。</translation>
        </message>
        <message>
            <source>The source states {chinese} more often than the draft.</source>
            <translation>原文提到“{chinese}”的次数多于译文。</translation>
        </message>
        <message>
            <source>The source was changed in the file.</source>
            <translation>文件中的原文被改动过。</translation>
        </message>
        <message>
            <source>The template {name} could not be filled in: {why}.</source>
            <translation>模板 {name} 无法套用：{why}。</translation>
        </message>
        <message>
            <source>The template {name} makes a page of over 32 MB.</source>
            <translation>模板 {name} 生成的页面超过 32 MB。</translation>
        </message>
        <message>
            <source>The template {name} makes a page with {why}. Published pages carry no scripts and load nothing from elsewhere; take it out of the template.</source>
            <translation>模板 {name} 生成的页面含有 {why}。发布的页面不含脚本，也不从别处加载内容；请从模板中删去。</translation>
        </message>
        <message>
            <source>The template {name} needed more than {seconds} seconds and was stopped. Look for a loop in it that never ends.</source>
            <translation>模板 {name} 运行超过 {seconds} 秒，已停止。请检查其中是否有死循环。</translation>
        </message>
        <message>
            <source>The text</source>
            <translation>这段文字</translation>
        </message>
        <message>
            <source>The text changed while it was being written. Try again.</source>
            <translation>写入时文字有改动，请重试。</translation>
        </message>
        <message>
            <source>The text file is damaged at byte {number}. Publish the page again.</source>
            <translation>此文本文件在第 {number} 字节处损坏。请重新发布页面。</translation>
        </message>
        <message>
            <source>The text is not the text that was approved.</source>
            <translation>文字与批准的文字不一致。</translation>
        </message>
        <message>
            <source>The text, its source or the translators' credit differs from what was approved. Have it approved again.</source>
            <translation>译文、原文或译者署名与批准时不同。请重新送审批准。</translation>
        </message>
        <message>
            <source>The unit is not closed.</source>
            <translation>此单元没有结束。</translation>
        </message>
        <message>
            <source>The word “{word}” is repeated.</source>
            <translation>“{word}”一词重复。</translation>
        </message>
        <message>
            <source>The written page cannot be read back: {reason}. Publish it again.</source>
            <translation>写出的页面无法读回：{reason}。请重新发布。</translation>
        </message>
        <message>
            <source>The {field} is missing. Fill it in, or have an editor accept the gap with a reason.</source>
            <translation>缺少{field}。请填写，或由编辑附理由接受空缺。</translation>
        </message>
        <message>
            <source>The {kind} has {day}; the text does not.</source>
            <translation>{kind}中有 {day}，正文中没有。</translation>
        </message>
        <message>
            <source>The {kind} says {day}; the text says {month} {others}.</source>
            <translation>{kind}中写的是 {day}，正文写的是 {month} {others}。</translation>
        </message>
        <message>
            <source>Their keys, in the order in which they are offered and stand beside the text.</source>
            <translation>各引擎的代号，按其提供初稿及在文本旁显示的先后排列。</translation>
        </message>
        <message>
            <source>There are too many files named {wanted} in {folder}. Choose another folder.</source>
            <translation>{folder} 中名为 {wanted} 的文件过多。请另选文件夹。</translation>
        </message>
        <message>
            <source>There is a character that no file can carry, U+{bad:04X}, in {place} after “{near}”.</source>
            <translation>{place}中“{near}”之后有一个任何文件都无法保存的字符 U+{bad:04X}。</translation>
        </message>
        <message>
            <source>There is a character that no file can carry, U+{bad:04X}, in {place} at the beginning.</source>
            <translation>{place}的开头有一个任何文件都无法保存的字符 U+{bad:04X}。</translation>
        </message>
        <message>
            <source>There is a library at {name} already. Choose another place for the copy.</source>
            <translation>{name} 处已有一个稿库，请为副本另选位置。</translation>
        </message>
        <message>
            <source>There is no article {beginning}. “workbench list” shows what there is.</source>
            <translation>没有稿件 {beginning}。“workbench list”可列出现有稿件。</translation>
        </message>
        <message>
            <source>There is no backup at {copy}.</source>
            <translation>{copy} 处没有备份。</translation>
        </message>
        <message>
            <source>There is no comment {comment_id}.</source>
            <translation>没有批注 {comment_id}。</translation>
        </message>
        <message>
            <source>There is no engine {key}. Choose one of: {names}.</source>
            <translation>没有名为 {key} 的引擎。可选：{names}。</translation>
        </message>
        <message>
            <source>There is no format {key}. Choose one of: {known}.</source>
            <translation>没有名为 {key} 的格式。可选：{known}。</translation>
        </message>
        <message>
            <source>There is no library at {path}. “workbench library init” makes one.</source>
            <translation>{path} 处没有稿库。“workbench library init”可新建稿库。</translation>
        </message>
        <message>
            <source>There is no library in {name}. Its owner makes one with “workbench library init {address}”.</source>
            <translation>{name} 中没有稿库。请其所有者用“workbench library init {address}”建立。</translation>
        </message>
        <message>
            <source>There is no page detail {name}. There are: {names}.</source>
            <translation>没有名为 {name} 的页面信息。现有：{names}。</translation>
        </message>
        <message>
            <source>There is no person named {wanted}. The library knows: {known}. Add one with “workbench people add”.</source>
            <translation>没有名为 {wanted} 的人员。稿库中有：{known}。可用“workbench people add”添加。</translation>
        </message>
        <message>
            <source>There is no place {to_number}; the rows go from 1 to {count}.</source>
            <translation>没有第 {to_number} 个位置；句段从 1 到 {count}。</translation>
        </message>
        <message>
            <source>There is no review step {step}. There are: {names}.</source>
            <translation>没有名为 {step} 的审校环节。现有：{names}。</translation>
        </message>
        <message>
            <source>There is no room for another segment here. Join two neighbours first.</source>
            <translation>此处无法再增加句段。请先合并相邻的两个句段。</translation>
        </message>
        <message>
            <source>There is no segment {number}; the edition has 1 to {count}.</source>
            <translation>没有第 {number} 句；此版本为第 1 至 {count} 句。</translation>
        </message>
        <message>
            <source>There is no setting {name}. There are: {names}.</source>
            <translation>没有名为 {name} 的设置。现有：{names}。</translation>
        </message>
        <message>
            <source>There is no version {number} of this segment.</source>
            <translation>此句段没有第 {number} 个版本。</translation>
        </message>
        <message>
            <source>There is no {manifest} beside it, so nothing can be checked.</source>
            <translation>同处没有 {manifest}，无法核对。</translation>
        </message>
        <message>
            <source>There is nothing to confirm.</source>
            <translation>没有可确认的内容。</translation>
        </message>
        <message>
            <source>This article has no edition yet.</source>
            <translation>此稿件还没有语种版本。</translation>
        </message>
        <message>
            <source>This backup cannot be used: {problem}</source>
            <translation>此备份无法使用：{problem}</translation>
        </message>
        <message>
            <source>This cannot be undone: somebody has changed the segment since. Its history has both versions.</source>
            <translation>无法撤销：此后有人改过此句段。两个版本都在历史中。</translation>
        </message>
        <message>
            <source>This edition is withdrawn.</source>
            <translation>该译本已撤回。</translation>
        </message>
        <message>
            <source>This edition is {stage}; one can {act} it only while it is {stages}.</source>
            <translation>此版本目前为“{stage}”，只有在{stages}时才能{act}。</translation>
        </message>
        <message>
            <source>This is the last segment; there is none to join it with.</source>
            <translation>这是最后一个句段，没有可合并的下一句段。</translation>
        </message>
        <message>
            <source>This library keeps its texts on this computer, so {engine} is not asked. The setting allow_remote_engines allows it.</source>
            <translation>此稿库的文字不离开本机，因此没有使用 {engine}。如需允许，请更改设置 allow_remote_engines。</translation>
        </message>
        <message>
            <source>This person is not in the library. Add them first.</source>
            <translation>此人不在稿库中。请先添加。</translation>
        </message>
        <message>
            <source>This program did not say which schema it knows, or is too old. Install the newer version.</source>
            <translation>该程序未声明其数据结构版本，或版本过旧。请安装新版本。</translation>
        </message>
        <message>
            <source>This reviewer has approved an earlier step; the next one takes somebody else.</source>
            <translation>这位审校已批准前一审次，下一审次须由他人审校。</translation>
        </message>
        <message>
            <source>This segment has a source. Leave it out with a reason instead.</source>
            <translation>该句段有对应原文。如不译，请标为“有意略去”并注明理由。</translation>
        </message>
        <message>
            <source>This segment is locked. Unlock it before editing.</source>
            <translation>此句段已锁定，请先解锁再编辑。</translation>
        </message>
        <message>
            <source>This segment is no longer in the article. Open the article again.</source>
            <translation>此句段已不在稿件中。请重新打开稿件。</translation>
        </message>
        <message>
            <source>This segment stands where it stood when it was handed in.</source>
            <translation>该句段的位置与送审时相同。</translation>
        </message>
        <message>
            <source>This segment was joined or taken out by somebody. Open the article again.</source>
            <translation>此句段已被人合并或移除。请重新打开稿件。</translation>
        </message>
        <message>
            <source>This text has {count:,} characters; a segment holds {longest:,}. Split it.</source>
            <translation>这段文字有 {count:,} 个字符，一个句段最多 {longest:,} 个。请拆分。</translation>
        </message>
        <message>
            <source>This text was approved. A change takes it back to review.</source>
            <translation>该文字已获批准，改动后须重新审校。</translation>
        </message>
        <message>
            <source>This unit is {found}, not {wanted}. It was left out.</source>
            <translation>该条的语言对是 {found}，不是 {wanted}，已略过。</translation>
        </message>
        <message>
            <source>This unit was left out.</source>
            <translation>此单元已略去。</translation>
        </message>
        <message>
            <source>Three firms, but 3 percent.</source>
            <translation>Three firms，但 3 percent。</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Times of day</source>
            <translation>时刻</translation>
        </message>
        <message>
            <source>Translator and reviewer are different people</source>
            <translation>译者与审校不是同一人</translation>
        </message>
        <message>
            <source>Translator is given</source>
            <translation>译者已填写</translation>
        </message>
        <message>
            <source>Two blanks in a row.</source>
            <translation>连续两个空格。</translation>
        </message>
        <message>
            <source>Two programs changed the same at the same moment. Nothing was lost; try again.</source>
            <translation>两个程序同时改动了同一处。没有内容丢失，请重试。</translation>
        </message>
        <message>
            <source>U+{code:04X} is written as it is, not as &lt;cp&gt;</source>
            <translation>U+{code:04X} 应直接书写，不用 &lt;cp&gt;</translation>
        </message>
        <message>
            <source>Versions follow one another.</source>
            <translation>版本须依次编号。</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>网页</translation>
        </message>
        <message>
            <source>What an engine answers stands among the suggestions; a server counts its characters once.</source>
            <translation>引擎的译文列在建议中；同一文字在服务器上只计一次字数。</translation>
        </message>
        <message>
            <source>What is published is written down with its digest.</source>
            <translation>发布的内容须连同摘要一并登记。</translation>
        </message>
        <message>
            <source>What was submitted is the newest version.</source>
            <translation>送审的须是最新版本。</translation>
        </message>
        <message>
            <source>Where pages stand on the web</source>
            <translation>页面的网址</translation>
        </message>
        <message>
            <source>Where the language has one.</source>
            <translation>仅对区分语体的语言有效。</translation>
        </message>
        <message>
            <source>With this on, an approver who rewrote something needs a second reviewer.</source>
            <translation>启用后，批准者如改写过译文，须有第二位审校。</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word 文档</translation>
        </message>
        <message>
            <source>Word cannot show {name}, which is {media_type}. Save it as JPEG or PNG and put it into the article again.</source>
            <translation>Word 无法显示 {name}（{media_type}）。请另存为 JPEG 或 PNG，再放入稿件。</translation>
        </message>
        <message>
            <source>Words of praise and effort pile up here ({words}): most can go.</source>
            <translation>这里套话堆砌（{words}）：大多可以删去。</translation>
        </message>
        <message>
            <source>Words; empty: any length.</source>
            <translation>词数；留空表示不限。</translation>
        </message>
        <message>
            <source>Write a blank</source>
            <translation>改为空格</translation>
        </message>
        <message>
            <source>Write a capital</source>
            <translation>改为大写</translation>
        </message>
        <message>
            <source>Write a curly mark</source>
            <translation>改为弯引号</translation>
        </message>
        <message>
            <source>Write a dash</source>
            <translation>改为破折号</translation>
        </message>
        <message>
            <source>Write a plain blank</source>
            <translation>改为普通空格</translation>
        </message>
        <message>
            <source>Write it as in row {number}</source>
            <translation>改为与第 {number} 句一致</translation>
        </message>
        <message>
            <source>Write it once</source>
            <translation>只保留一个</translation>
        </message>
        <message>
            <source>Write one blank</source>
            <translation>改为一个空格</translation>
        </message>
        <message>
            <source>Write one mark</source>
            <translation>只保留一个标点</translation>
        </message>
        <message>
            <source>Write {right}</source>
            <translation>改为 {right}</translation>
        </message>
        <message>
            <source>Write {text}</source>
            <translation>改为 {text}</translation>
        </message>
        <message>
            <source>Write {written} {office}</source>
            <translation>改为 {written} {office}</translation>
        </message>
        <message>
            <source>Write “{text}”</source>
            <translation>改为“{text}”</translation>
        </message>
        <message>
            <source>{right} stands in quotation marks where the article first uses it.</source>
            <translation>{right} 在稿件中首次出现时加引号。</translation>
        </message>
        <message>
            <source>XLIFF 2 knows no &lt;{name}&gt;</source>
            <translation>XLIFF 2 没有 &lt;{name}&gt;</translation>
        </message>
        <message>
            <source>A term cannot be valid until {until} when it begins on {first}. Change one of the two dates.</source>
            <translation>术语的失效日期 {until} 早于生效日期 {first}，请修改其中一个日期。</translation>
        </message>
        <message>
            <source>The JSON file</source>
            <translation>该 JSON 文件</translation>
        </message>
        <message>
            <source>The JSON file is damaged: {reason} Export the edition again.</source>
            <translation>JSON 文件已损坏：{reason}请重新导出该语种版本。</translation>
        </message>
        <message>
            <source>The first row was taken for a heading, since its languages are not those of the rest.</source>
            <translation>第一行的语言与其余各行不同，已按表头处理。</translation>
        </message>
        <message>
            <source>The server has no database {database}. Check the address, or make an empty one there first.</source>
            <translation>服务器上没有数据库 {database}。请检查地址，或先在服务器上建一个空数据库。</translation>
        </message>
        <message>
            <source>The server of {name} knows no account {account}. Check the address, or ask whoever runs the server for an account.</source>
            <translation>{name} 的服务器上没有账号 {account}。请检查地址，或请服务器管理员开设账号。</translation>
        </message>
        <message>
            <source>Your account on {name} may not do this: {said}.</source>
            <translation>您在 {name} 的账号无权执行此操作：{said}。</translation>
        </message>
        <message>
            <source>[{number}] {message}</source>
            <translation>［第 {number} 句］{message}</translation>
        </message>
        <message>
            <source>a 7z archive</source>
            <translation>7z 压缩包</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>a RAR archive</source>
            <translation>RAR 压缩包</translation>
        </message>
        <message>
            <source>a ZIP archive</source>
            <translation>ZIP 压缩包</translation>
        </message>
        <message>
            <source>a blank as thousands mark</source>
            <translation>用空格作千分位</translation>
        </message>
        <message>
            <source>a blank inside a decimal</source>
            <translation>小数中间有空格</translation>
        </message>
        <message>
            <source>a blank inside a figure</source>
            <translation>数字中间有空格</translation>
        </message>
        <message>
            <source>a blank inside a time of day</source>
            <translation>时刻中间有空格</translation>
        </message>
        <message>
            <source>a bracket “(” is not closed</source>
            <translation>左括号“(”没有配对的右括号</translation>
        </message>
        <message>
            <source>a code that may not be reordered has canCopy and canDelete no</source>
            <translation>不可调序的代码，其 canCopy 和 canDelete 应为 no</translation>
        </message>
        <message>
            <source>a comment has either a value or a reference</source>
            <translation>批注应有值或引用，二者取一</translation>
        </message>
        <message>
            <source>a comment on row {number}</source>
            <translation>第 {number} 句的批注</translation>
        </message>
        <message>
            <source>a compressed file</source>
            <translation>压缩文件</translation>
        </message>
        <message>
            <source>a database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>a day of the month became a length of time</source>
            <translation>日期变成了时长</translation>
        </message>
        <message>
            <source>a decimal point and a thousands mark that cannot go together</source>
            <translation>小数点与千分位逗号位置矛盾</translation>
        </message>
        <message>
            <source>a different spelling</source>
            <translation>拼写不同</translation>
        </message>
        <message>
            <source>a group has no name</source>
            <translation>有一个分组没有名称</translation>
        </message>
        <message>
            <source>a hundred times</source>
            <translation>一百倍</translation>
        </message>
        <message>
            <source>a number in curly brackets is too big</source>
            <translation>花括号中的数字过大</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>a picture or film</source>
            <translation>图片或影片</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>a range in square brackets goes backwards</source>
            <translation>方括号中的范围前后颠倒</translation>
        </message>
        <message>
            <source>a refresh</source>
            <translation>自动刷新</translation>
        </message>
        <message>
            <source>a square bracket “[” is not closed</source>
            <translation>左方括号“[”没有配对的右方括号</translation>
        </message>
        <message>
            <source>a style that loads something</source>
            <translation>会加载内容的样式</translation>
        </message>
        <message>
            <source>a thousand times</source>
            <translation>一千倍</translation>
        </message>
        <message>
            <source>a unit has at least one segment</source>
            <translation>单元至少应有一个句段</translation>
        </message>
        <message>
            <source>a unit of another kind</source>
            <translation>单位的类别不同</translation>
        </message>
        <message>
            <source>about</source>
            <translation>大约</translation>
        </message>
        <message>
            <source>accept findings in</source>
            <translation>接受检查结果</translation>
        </message>
        <message>
            <source>accept gaps of</source>
            <translation>接受空缺</translation>
        </message>
        <message>
            <source>accepted {what}: {reason}</source>
            <translation>接受“{what}”：{reason}</translation>
        </message>
        <message>
            <source>added text without a source: {reason}</source>
            <translation>添加无原文的译文：{reason}</translation>
        </message>
        <message>
            <source>added {name}</source>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <source>address of the Chinese source</source>
            <translation>中文原文网址</translation>
        </message>
        <message>
            <source>admin</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>admitted</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>after the end of the article</source>
            <translation>稿件结尾之后的内容</translation>
        </message>
        <message>
            <source>allowed texts to be sent to draft servers ({host})</source>
            <translation>允许将文字发送到初稿服务器（{host}）</translation>
        </message>
        <message>
            <source>alt</source>
            <translation>替代文字</translation>
        </message>
        <message>
            <source>an RTF document</source>
            <translation>RTF 文档</translation>
        </message>
        <message>
            <source>an old Office file</source>
            <translation>旧版 Office 文件</translation>
        </message>
        <message>
            <source>another address</source>
            <translation>网址不同</translation>
        </message>
        <message>
            <source>another code</source>
            <translation>代码不同</translation>
        </message>
        <message>
            <source>another currency</source>
            <translation>币种不同</translation>
        </message>
        <message>
            <source>another day</source>
            <translation>日期不同</translation>
        </message>
        <message>
            <source>another given name</source>
            <translation>名字不同</translation>
        </message>
        <message>
            <source>another month</source>
            <translation>月份不同</translation>
        </message>
        <message>
            <source>another part of the unit has the same id</source>
            <translation>此单元的另一部分使用了同样的 id</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>另一程序</translation>
        </message>
        <message>
            <source>another score or ratio</source>
            <translation>比分或比例不同</translation>
        </message>
        <message>
            <source>another surname</source>
            <translation>姓氏不同</translation>
        </message>
        <message>
            <source>another time of day</source>
            <translation>时刻不同</translation>
        </message>
        <message>
            <source>another value</source>
            <translation>数值不同</translation>
        </message>
        <message>
            <source>another weekday</source>
            <translation>星期不同</translation>
        </message>
        <message>
            <source>another year</source>
            <translation>年份不同</translation>
        </message>
        <message>
            <source>another {what} here has the same id</source>
            <translation>此处另一个 {what} 使用了同样的 id</translation>
        </message>
        <message>
            <source>approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>approved by one of its own translators, as the library's setting allows</source>
            <translation>按稿库设置，由本文译者之一批准</translation>
        </message>
        <message>
            <source>approved the step {step}</source>
            <translation>通过审次“{step}”</translation>
        </message>
        <message>
            <source>article</source>
            <translation>全文</translation>
        </message>
        <message>
            <source>as it stands now</source>
            <translation>当前文本</translation>
        </message>
        <message>
            <source>assign</source>
            <translation>分派</translation>
        </message>
        <message>
            <source>author</source>
            <translation>作者</translation>
        </message>
        <message>
            <source>began correction, version {version}</source>
            <translation>开始更正，第 {version} 版</translation>
        </message>
        <message>
            <source>beside a source line</source>
            <translation>来源行旁的文字</translation>
        </message>
        <message>
            <source>beside the article</source>
            <translation>稿件之外的内容</translation>
        </message>
        <message>
            <source>body</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>brought in {names} name from {path}</source>
            <translation>从 {path} 导入了 {names} 个名称</translation>
        </message>
        <message>
            <source>byline</source>
            <translation>作者行</translation>
        </message>
        <message>
            <source>byte {number}</source>
            <translation>第 {number} 字节</translation>
        </message>
        <message>
            <source>byte {number} cannot be read</source>
            <translation>第 {number} 字节无法读取</translation>
        </message>
        <message>
            <source>canReorder does not fit the start of the pair</source>
            <translation>canReorder 与成对代码的起始处不符</translation>
        </message>
        <message>
            <source>capitals in headlines</source>
            <translation>标题中的大写</translation>
        </message>
        <message>
            <source>caption</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>center, program, labor or centre, programme, labour</source>
            <translation>center、program、labor，或 centre、programme、labour</translation>
        </message>
        <message>
            <source>change page details of</source>
            <translation>更改页面信息</translation>
        </message>
        <message>
            <source>changed approved text; it is in review again</source>
            <translation>改动了已批准的文字，重新进入审校</translation>
        </message>
        <message>
            <source>changed page details: {fields}</source>
            <translation>更改页面信息：{fields}</translation>
        </message>
        <message>
            <source>changed the {role} credit from {before} to {after}: {reason}</source>
            <translation>将 {role} 署名由 {before} 改为 {after}：{reason}</translation>
        </message>
        <message>
            <source>changed {name}</source>
            <translation>更改 {name}</translation>
        </message>
        <message>
            <source>changes requested</source>
            <translation>待修改</translation>
        </message>
        <message>
            <source>commas that do not stand at the thousands</source>
            <translation>逗号不在千分位上</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>copyOf and a reference to original data exclude each other</source>
            <translation>copyOf 与原始数据引用不能同时使用</translation>
        </message>
        <message>
            <source>copyOf {original!r} names no code of the unit</source>
            <translation>copyOf {original!r} 在此单元中没有对应的代码</translation>
        </message>
        <message>
            <source>correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>correct the credits of</source>
            <translation>更正署名</translation>
        </message>
        <message>
            <source>corrected the source: “{before}” is now “{after}”</source>
            <translation>更正原文：“{before}”改为“{after}”</translation>
        </message>
        <message>
            <source>correction and contact line</source>
            <translation>纠错与联系方式</translation>
        </message>
        <message>
            <source>counter</source>
            <translation>计数器</translation>
        </message>
        <message>
            <source>database disk image is malformed</source>
            <translation>数据库文件已损坏</translation>
        </message>
        <message>
            <source>date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>deprecated</source>
            <translation>不宜用</translation>
        </message>
        <message>
            <source>digits are missing after the backslash</source>
            <translation>反斜杠之后缺少数字</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>初稿</translation>
        </message>
        <message>
            <source>drafted {filled} segment with {engine}</source>
            <translation>用 {engine} 填充了 {filled} 个句段</translation>
        </message>
        <message>
            <source>drafted {filled} segments with {engine}</source>
            <translation>用 {engine} 填充了 {filled} 个句段</translation>
        </message>
        <message>
            <source>drafting</source>
            <translation>翻译中</translation>
        </message>
        <message>
            <source>duplicate attribute</source>
            <translation>属性重复</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>editor</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>editor’s name</source>
            <translation>编辑姓名</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>endnote</source>
            <translation>尾注</translation>
        </message>
        <message>
            <source>engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>fact</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>falls</source>
            <translation>下降</translation>
        </message>
        <message>
            <source>file is not a database</source>
            <translation>文件不是数据库</translation>
        </message>
        <message>
            <source>final</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>font size or print switch</source>
            <translation>字号或打印按钮</translation>
        </message>
        <message>
            <source>footnote</source>
            <translation>脚注</translation>
        </message>
        <message>
            <source>forbidden</source>
            <translation>禁用</translation>
        </message>
        <message>
            <source>fs:fs may not be {value!r}: it names an HTML element</source>
            <translation>fs:fs 不能为 {value!r}：它应是 HTML 元素名</translation>
        </message>
        <message>
            <source>gave it to {to} as {role}</source>
            <translation>分派给 {to}（{role}）</translation>
        </message>
        <message>
            <source>headline</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>headline repeated</source>
            <translation>重复的标题</translation>
        </message>
        <message>
            <source>hidden text</source>
            <translation>隐藏文字</translation>
        </message>
        <message>
            <source>import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>imported {path} ({segments} segment)</source>
            <translation>导入 {path}（{segments} 个句段）</translation>
        </message>
        <message>
            <source>imported {path} ({segments} segments)</source>
            <translation>导入 {path}（{segments} 个句段）</translation>
        </message>
        <message>
            <source>in review</source>
            <translation>审校中</translation>
        </message>
        <message>
            <source>in running text</source>
            <translation>正文中的写法</translation>
        </message>
        <message>
            <source>index</source>
            <translation>索引</translation>
        </message>
        <message>
            <source>initial</source>
            <translation>初稿</translation>
        </message>
        <message>
            <source>invitation to follow, subscribe or comment</source>
            <translation>关注、订阅或评论邀请</translation>
        </message>
        <message>
            <source>isolated, it has an id and no startRef</source>
            <translation>孤立代码应有 id 而没有 startRef</translation>
        </message>
        <message>
            <source>it has either href or content, and one of them</source>
            <translation>应有 href 或内容，且只能有其一</translation>
        </message>
        <message>
            <source>it is isolated if, and only if, its &lt;ec&gt; is not in the unit</source>
            <translation>只有其 &lt;ec&gt; 不在此单元中时，才算孤立代码</translation>
        </message>
        <message>
            <source>it is nested more than {count} deep</source>
            <translation>嵌套超过 {count} 层</translation>
        </message>
        <message>
            <source>it may not hold [{children}] in this order</source>
            <translation>不能按此顺序包含 [{children}]</translation>
        </message>
        <message>
            <source>it may not hold text</source>
            <translation>不能包含文字</translation>
        </message>
        <message>
            <source>it refuses the connection</source>
            <translation>对方拒绝连接</translation>
        </message>
        <message>
            <source>it speaks of a group that is not there</source>
            <translation>引用了不存在的分组</translation>
        </message>
        <message>
            <source>it stands before its start {reference!r}</source>
            <translation>它位于其起始代码 {reference!r} 之前</translation>
        </message>
        <message>
            <source>it used too much memory</source>
            <translation>占用内存过多</translation>
        </message>
        <message>
            <source>its certificate is not valid</source>
            <translation>证书无效</translation>
        </message>
        <message>
            <source>its name is not known</source>
            <translation>域名无法解析</translation>
        </message>
        <message>
            <source>its xml:lang {language!r}, its own or inherited, is not the file's {wanted!r}</source>
            <translation>其 xml:lang（自有或继承）为 {language!r}，与文件的 {wanted!r} 不符</translation>
        </message>
        <message>
            <source>junk after document element</source>
            <translation>文档元素之后有多余内容</translation>
        </message>
        <message>
            <source>keywords</source>
            <translation>关键词</translation>
        </message>
        <message>
            <source>language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>larger than 20 MB</source>
            <translation>超过 20 MB</translation>
        </message>
        <message>
            <source>lead</source>
            <translation>导语</translation>
        </message>
        <message>
            <source>left a segment out: {reason}</source>
            <translation>略去一个句段：{reason}</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>已略去</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>不到</translation>
        </message>
        <message>
            <source>line between headline and text</source>
            <translation>标题与正文之间的行</translation>
        </message>
        <message>
            <source>line {number}</source>
            <translation>第 {number} 行</translation>
        </message>
        <message>
            <source>line {number}: {reason}</source>
            <translation>第 {number} 行：{reason}</translation>
        </message>
        <message>
            <source>locked a segment</source>
            <translation>锁定一个句段</translation>
        </message>
        <message>
            <source>masthead</source>
            <translation>报头</translation>
        </message>
        <message>
            <source>masthead date</source>
            <translation>报头日期</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>merged {path}: {changed} segments changed, {comments} comments</source>
            <translation>合并 {path}：改动 {changed} 个句段，{comments} 条批注</translation>
        </message>
        <message>
            <source>mismatched tag</source>
            <translation>标签不匹配</translation>
        </message>
        <message>
            <source>missing text</source>
            <translation>内容遗漏</translation>
        </message>
        <message>
            <source>missing, accepted by {who}: {reason}</source>
            <translation>缺失，已由 {who} 接受：{reason}</translation>
        </message>
        <message>
            <source>month (or quarter) on month</source>
            <translation>与上月（或上季度）相比</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>超过</translation>
        </message>
        <message>
            <source>moved a segment from place {was} to {now}</source>
            <translation>把句段从第 {was} 位移到第 {now} 位</translation>
        </message>
        <message>
            <source>name</source>
            <translation>人名</translation>
        </message>
        <message>
            <source>nearly</source>
            <translation>接近</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新内容</translation>
        </message>
        <message>
            <source>no JPEG, PNG, GIF or WebP</source>
            <translation>不是 JPEG、PNG、GIF 或 WebP</translation>
        </message>
        <message>
            <source>no element found</source>
            <translation>没有找到元素</translation>
        </message>
        <message>
            <source>no time of day on a twelve-hour clock</source>
            <translation>不是十二小时制的时刻</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>not isolated, it has a startRef and no id</source>
            <translation>非孤立代码应有 startRef 而没有 id</translation>
        </message>
        <message>
            <source>not well-formed (invalid token)</source>
            <translation>格式不正确（记号无效）</translation>
        </message>
        <message>
            <source>note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>note about the pictures</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>note of another title</source>
            <translation>其他标题的说明</translation>
        </message>
        <message>
            <source>nothing follows the last backslash</source>
            <translation>末尾的反斜杠之后没有内容</translation>
        </message>
        <message>
            <source>of two numbers in curly brackets the smaller one has to stand first</source>
            <translation>花括号中的两个数字应小数在前</translation>
        </message>
        <message>
            <source>one digit differs</source>
            <translation>有一位数字不同</translation>
        </message>
        <message>
            <source>ornament</source>
            <translation>装饰符号</translation>
        </message>
        <message>
            <source>outlet (source line)</source>
            <translation>来源（媒体）</translation>
        </message>
        <message>
            <source>page footer</source>
            <translation>页脚</translation>
        </message>
        <message>
            <source>page header</source>
            <translation>页眉</translation>
        </message>
        <message>
            <source>page navigation</source>
            <translation>页面导航</translation>
        </message>
        <message>
            <source>page tools</source>
            <translation>页面工具</translation>
        </message>
        <message>
            <source>paragraph {number}</source>
            <translation>第 {number} 段</translation>
        </message>
        <message>
            <source>percent is not percentage points</source>
            <translation>百分比不等于百分点</translation>
        </message>
        <message>
            <source>percentage points are not percent</source>
            <translation>百分点不等于百分比</translation>
        </message>
        <message>
            <source>photo credit</source>
            <translation>图片署名</translation>
        </message>
        <message>
            <source>photo credit, filed in its field</source>
            <translation>图片署名，已归入相应字段</translation>
        </message>
        <message>
            <source>photographer</source>
            <translation>摄影</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>picture at an address that is not read</source>
            <translation>不予读取的网址上的图片</translation>
        </message>
        <message>
            <source>picture inside the page is damaged</source>
            <translation>页面内的图片已损坏</translation>
        </message>
        <message>
            <source>picture outside the folder of the page</source>
            <translation>页面文件夹之外的图片</translation>
        </message>
        <message>
            <source>picture {number}</source>
            <translation>图片 {number}</translation>
        </message>
        <message>
            <source>preferred</source>
            <translation>首选</translation>
        </message>
        <message>
            <source>process {process} on {host}</source>
            <translation>{host} 上的进程 {process}</translation>
        </message>
        <message>
            <source>publish</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>published version {version}: {count} file</source>
            <translation>发布第 {version} 版：{count} 个文件</translation>
        </message>
        <message>
            <source>published version {version}: {count} files</source>
            <translation>发布第 {version} 版：{count} 个文件</translation>
        </message>
        <message>
            <source>related links</source>
            <translation>相关链接</translation>
        </message>
        <message>
            <source>reopen</source>
            <translation>重新开始审校</translation>
        </message>
        <message>
            <source>reopened the review</source>
            <translation>重新开始审校</translation>
        </message>
        <message>
            <source>repetitions</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>restored</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>restored the approved version</source>
            <translation>恢复了已批准的版本</translation>
        </message>
        <message>
            <source>return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>reviewer</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>rights and disclaimer</source>
            <translation>版权与免责声明</translation>
        </message>
        <message>
            <source>rises</source>
            <translation>上升</translation>
        </message>
        <message>
            <source>root element</source>
            <translation>根元素</translation>
        </message>
        <message>
            <source>row {number}</source>
            <translation>第 {number} 句</translation>
        </message>
        <message>
            <source>second byline</source>
            <translation>第二个作者行</translation>
        </message>
        <message>
            <source>second section</source>
            <translation>第二个栏目</translation>
        </message>
        <message>
            <source>second source line</source>
            <translation>第二个来源行</translation>
        </message>
        <message>
            <source>second value of a field</source>
            <translation>字段的第二个值</translation>
        </message>
        <message>
            <source>section</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>sent back: {reason}</source>
            <translation>退回：{reason}</translation>
        </message>
        <message>
            <source>sent it out as {format} ({path})</source>
            <translation>以 {format} 格式发出（{path}）</translation>
        </message>
        <message>
            <source>sent {characters} character to {engine}</source>
            <translation>向 {engine} 发送了 {characters} 个字符</translation>
        </message>
        <message>
            <source>sent {characters} characters to {engine}</source>
            <translation>向 {engine} 发送了 {characters} 个字符</translation>
        </message>
        <message>
            <source>share bar</source>
            <translation>分享栏</translation>
        </message>
        <message>
            <source>source and target have the same xml:space</source>
            <translation>原文与译文的 xml:space 应相同</translation>
        </message>
        <message>
            <source>startRef {reference!r} names no start in the unit</source>
            <translation>startRef {reference!r} 在单元中没有对应的起始代码</translation>
        </message>
        <message>
            <source>stays</source>
            <translation>持平</translation>
        </message>
        <message>
            <source>style</source>
            <translation>体例</translation>
        </message>
        <message>
            <source>subState stands only beside state</source>
            <translation>subState 只能与 state 一起使用</translation>
        </message>
        <message>
            <source>subType stands only beside type</source>
            <translation>subType 只能与 type 一起使用</translation>
        </message>
        <message>
            <source>subheading</source>
            <translation>小标题</translation>
        </message>
        <message>
            <source>submit</source>
            <translation>送审</translation>
        </message>
        <message>
            <source>submitted for review</source>
            <translation>送审</translation>
        </message>
        <message>
            <source>summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>syntax error</source>
            <translation>语法错误</translation>
        </message>
        <message>
            <source>ten thousand times</source>
            <translation>一万倍</translation>
        </message>
        <message>
            <source>ten times</source>
            <translation>十倍</translation>
        </message>
        <message>
            <source>term</source>
            <translation>术语</translation>
        </message>
        <message>
            <source>text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>the annotation is never closed by an &lt;em&gt;</source>
            <translation>标注没有以 &lt;em&gt; 结束</translation>
        </message>
        <message>
            <source>the attribute {known} may not stand here</source>
            <translation>属性 {known} 不能用在此处</translation>
        </message>
        <message>
            <source>the attribute {name}</source>
            <translation>属性 {name}</translation>
        </message>
        <message>
            <source>the attribute {name} of the namespace {namespace} may not stand here</source>
            <translation>命名空间 {namespace} 的属性 {name} 不能用在此处</translation>
        </message>
        <message>
            <source>the attribute {required} is missing</source>
            <translation>缺少属性 {required}</translation>
        </message>
        <message>
            <source>the bilingual table</source>
            <translation>双语对照表</translation>
        </message>
        <message>
            <source>the code may not be deleted and is missing in the target</source>
            <translation>不可删除的代码在译文中缺失</translation>
        </message>
        <message>
            <source>the code {name} has canReorder no and follows no firstNo</source>
            <translation>代码 {name} 的 canReorder 为 no，前面却没有 firstNo</translation>
        </message>
        <message>
            <source>the code {original!r} may not be copied</source>
            <translation>代码 {original!r} 不可复制</translation>
        </message>
        <message>
            <source>the codes {codes} may not be reordered</source>
            <translation>代码 {codes} 不可调序</translation>
        </message>
        <message>
            <source>the connection failed</source>
            <translation>连接失败</translation>
        </message>
        <message>
            <source>the figure is the same but the unit is another</source>
            <translation>数字相同，单位不同</translation>
        </message>
        <message>
            <source>the file</source>
            <translation>该文件</translation>
        </message>
        <message>
            <source>the format style module knows no attribute {name}</source>
            <translation>格式样式模块没有属性 {name}</translation>
        </message>
        <message>
            <source>the format style of a pair stands at its &lt;sc&gt;</source>
            <translation>成对代码的格式样式应写在 &lt;sc&gt; 上</translation>
        </message>
        <message>
            <source>the given name first</source>
            <translation>名在姓前</translation>
        </message>
        <message>
            <source>the given name in two words</source>
            <translation>名字拆成了两个词</translation>
        </message>
        <message>
            <source>the id {identifier!r} stands twice among the extensions here</source>
            <translation>此处扩展中 id {identifier!r} 出现两次</translation>
        </message>
        <message>
            <source>the module {module} knows no &lt;{name}&gt;</source>
            <translation>模块 {module} 没有 &lt;{name}&gt;</translation>
        </message>
        <message>
            <source>the name of a group has a character that is not allowed</source>
            <translation>分组名称中有不允许的字符</translation>
        </message>
        <message>
            <source>the name of a group is not closed with “&gt;”</source>
            <translation>分组名称没有以“&gt;”结束</translation>
        </message>
        <message>
            <source>the order {place} is beyond the {count} parts of the unit</source>
            <translation>order {place} 超出此单元的 {count} 个部分</translation>
        </message>
        <message>
            <source>the page</source>
            <translation>该页面</translation>
        </message>
        <message>
            <source>the percent sign is lost</source>
            <translation>漏了百分号</translation>
        </message>
        <message>
            <source>the prefix {prefix!r} of a reference is not known</source>
            <translation>引用的前缀 {prefix!r} 未知</translation>
        </message>
        <message>
            <source>the previous source of row {number}</source>
            <translation>第 {number} 句的旧原文</translation>
        </message>
        <message>
            <source>the reason of row {number}</source>
            <translation>第 {number} 句的理由</translation>
        </message>
        <message>
            <source>the reference {part!r} is not well formed</source>
            <translation>引用 {part!r} 格式不正确</translation>
        </message>
        <message>
            <source>the source of row {number}</source>
            <translation>第 {number} 句的原文</translation>
        </message>
        <message>
            <source>the subType {sub_kind} does not belong to the type {kind}</source>
            <translation>subType {sub_kind} 不属于 type {kind}</translation>
        </message>
        <message>
            <source>the text</source>
            <translation>该文字</translation>
        </message>
        <message>
            <source>there is a “)” without its “(”</source>
            <translation>右括号“)”没有配对的左括号</translation>
        </message>
        <message>
            <source>there is no character of this name</source>
            <translation>没有这个名称的字符</translation>
        </message>
        <message>
            <source>there is no such class of characters</source>
            <translation>没有这样的字符类别</translation>
        </message>
        <message>
            <source>there is nothing before the sign that repeats (*, + or ?)</source>
            <translation>重复符号（*、+ 或 ?）之前没有内容</translation>
        </message>
        <message>
            <source>this letter means nothing after a backslash</source>
            <translation>反斜杠之后的这个字母没有含义</translation>
        </message>
        <message>
            <source>three firms, but 3 percent</source>
            <translation>three firms，但 3 percent</translation>
        </message>
        <message>
            <source>took an added segment out again</source>
            <translation>移除了添加的译文</translation>
        </message>
        <message>
            <source>took the page down: {count} file</source>
            <translation>撤下页面：{count} 个文件</translation>
        </message>
        <message>
            <source>trans-unit {id}, line {number}</source>
            <translation>翻译单元 {id}，第 {number} 行</translation>
        </message>
        <message>
            <source>translated</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>translator</source>
            <translation>译者</translation>
        </message>
        <message>
            <source>trgLang is missing although there are targets</source>
            <translation>有译文却缺少 trgLang</translation>
        </message>
        <message>
            <source>two digits are exchanged</source>
            <translation>有两位数字颠倒</translation>
        </message>
        <message>
            <source>two signs that repeat (*, + or ?) follow each other</source>
            <translation>两个重复符号（*、+ 或 ?）连在了一起</translation>
        </message>
        <message>
            <source>two targets of the unit have the same order</source>
            <translation>此单元有两个译文的 order 相同</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>unclosed CDATA section</source>
            <translation>CDATA 段没有结束</translation>
        </message>
        <message>
            <source>unclosed token</source>
            <translation>记号没有结束</translation>
        </message>
        <message>
            <source>undefined entity</source>
            <translation>实体未定义</translation>
        </message>
        <message>
            <source>unit {number}</source>
            <translation>第 {number} 条</translation>
        </message>
        <message>
            <source>unknown encoding</source>
            <translation>编码未知</translation>
        </message>
        <message>
            <source>unlocked a segment</source>
            <translation>解锁一个句段</translation>
        </message>
        <message>
            <source>unreadable</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>what follows “(?” is not known</source>
            <translation>“(?”之后的内容无法识别</translation>
        </message>
        <message>
            <source>withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>withdrew the page: {reason}</source>
            <translation>撤回页面：{reason}</translation>
        </message>
        <message>
            <source>without a name</source>
            <translation>（无名称）</translation>
        </message>
        <message>
            <source>words</source>
            <translation>词</translation>
        </message>
        <message>
            <source>words; empty: any length</source>
            <translation>词数；留空表示不限</translation>
        </message>
        <message>
            <source>wrong fact</source>
            <translation>事实有误</translation>
        </message>
        <message>
            <source>wrong name or title</source>
            <translation>人名或职务有误</translation>
        </message>
        <message>
            <source>year on year</source>
            <translation>与上年同期相比</translation>
        </message>
        <message>
            <source>{address} answers packed as {packing}, which is not read. Paste the text instead.</source>
            <translation>{address} 的应答以 {packing} 压缩，不受支持。请改为粘贴文字。</translation>
        </message>
        <message>
            <source>{address} answers with error {status}.</source>
            <translation>{address} 返回错误 {status}。</translation>
        </message>
        <message>
            <source>{address} asks for a login ({status}).</source>
            <translation>{address} 要求登录（{status}）。</translation>
        </message>
        <message>
            <source>{address} asks to wait ({status}).</source>
            <translation>{address} 要求稍候（{status}）。</translation>
        </message>
        <message>
            <source>{address} could not be reached ({cause}). Look whether the address is right.</source>
            <translation>无法访问 {address}（{cause}）。请检查网址是否正确。</translation>
        </message>
        <message>
            <source>{address} did not answer within {seconds:g} seconds. Try again later, or paste the text.</source>
            <translation>{address} 在 {seconds:g} 秒内没有应答。请稍后再试，或粘贴文字。</translation>
        </message>
        <message>
            <source>{address} does not exist ({status}).</source>
            <translation>{address} 不存在（{status}）。</translation>
        </message>
        <message>
            <source>{address} holds a user name. Leave it out: pages behind a login are not read.</source>
            <translation>{address} 含有用户名。请删去：需要登录的页面不予读取。</translation>
        </message>
        <message>
            <source>{address} holds spaces or control characters. Copy it again from the browser.</source>
            <translation>{address} 含有空格或控制字符。请从浏览器重新复制。</translation>
        </message>
        <message>
            <source>{address} is gone ({status}).</source>
            <translation>{address} 已撤下（{status}）。</translation>
        </message>
        <message>
            <source>{address} is larger than {megabytes} MB and was not read. Save the article and import the file.</source>
            <translation>{address} 超过 {megabytes} MB，未读取。请保存稿件后导入文件。</translation>
        </message>
        <message>
            <source>{address} is no web address. Type it as https://….</source>
            <translation>{address} 不是网址。请写成 https://…… 的形式。</translation>
        </message>
        <message>
            <source>{address} is no web address: only http and https are read. Type it as https://….</source>
            <translation>{address} 不是网址：只支持 http 和 https。请写成 https://…… 的形式。</translation>
        </message>
        <message>
            <source>{address} is not open to everybody ({status}).</source>
            <translation>{address} 不对外开放（{status}）。</translation>
        </message>
        <message>
            <source>{address} lies in a private network and was not opened. An admin can allow private addresses in the settings.</source>
            <translation>{address} 位于内部网络，未打开。管理员可在设置中允许内部地址。</translation>
        </message>
        <message>
            <source>{address} redirects more than {count} times. Open it in a browser and paste the text.</source>
            <translation>{address} 转址超过 {count} 次。请在浏览器中打开并粘贴文字。</translation>
        </message>
        <message>
            <source>{address} redirects to something that is no address. Paste the text instead.</source>
            <translation>{address} 转到了无效的地址。请改为粘贴文字。</translation>
        </message>
        <message>
            <source>{address} sent a damaged answer. Try again, or paste the text.</source>
            <translation>{address} 发来的内容已损坏。请重试，或粘贴文字。</translation>
        </message>
        <message>
            <source>{attribute} is the same at both ends of a pair</source>
            <translation>成对代码两端的 {attribute} 应相同</translation>
        </message>
        <message>
            <source>{attribute} {element!r} names no &lt;data&gt; of the unit</source>
            <translation>{attribute} {element!r} 在此单元中没有对应的 &lt;data&gt;</translation>
        </message>
        <message>
            <source>{attribute} {reference!r} names no unit of the file</source>
            <translation>{attribute} {reference!r} 在文件中没有对应的单元</translation>
        </message>
        <message>
            <source>{characters} characters</source>
            <translation>{characters} 个汉字</translation>
        </message>
        <message>
            <source>{character} is a blank of another kind.</source>
            <translation>{character} 是另一种空格。</translation>
        </message>
        <message>
            <source>{character} is a control character.</source>
            <translation>{character} 是控制字符。</translation>
        </message>
        <message>
            <source>{character} is an invisible hyphen.</source>
            <translation>{character} 是不可见的连字符。</translation>
        </message>
        <message>
            <source>{character} is an invisible mark of direction.</source>
            <translation>{character} 是不可见的方向标记。</translation>
        </message>
        <message>
            <source>{character} is an invisible tag.</source>
            <translation>{character} 是不可见的标签字符。</translation>
        </message>
        <message>
            <source>{character} is invisible.</source>
            <translation>{character} 是不可见字符。</translation>
        </message>
        <message>
            <source>{character} is written with a separate accent or an old code.</source>
            <translation>{character} 使用了分离的重音符号或旧编码。</translation>
        </message>
        <message>
            <source>{character} looks like a letter or digit that it is not.</source>
            <translation>{character} 形似字母或数字，其实不是。</translation>
        </message>
        <message>
            <source>{character} turns the direction of the text around it without being seen.</source>
            <translation>{character} 会暗中改变前后文字的方向。</translation>
        </message>
        <message>
            <source>{chinese} ({meaning}) has no counterpart in the draft.</source>
            <translation>译文中没有与“{chinese}”（{meaning}）对应的内容。</translation>
        </message>
        <message>
            <source>{chinese} ({right}) is not in the English.</source>
            <translation>英文中没有“{chinese}”（{right}）。</translation>
        </message>
        <message>
            <source>{chinese} after a verb of growth may mean {low} times or {low} times more, which is {high} times: ask.</source>
            <translation>“{chinese}”与增长类动词连用，可能指“增至 {low} 倍”，也可能指“增加 {low} 倍”（即 {high} 倍）：请核实。</translation>
        </message>
        <message>
            <source>{chinese} has no counterpart in the draft.</source>
            <translation>译文中没有与“{chinese}”对应的内容。</translation>
        </message>
        <message>
            <source>{chinese} is rendered in another paragraph (row {number}): {english}.</source>
            <translation>“{chinese}”译在了另一段（第 {number} 句）：{english}。</translation>
        </message>
        <message>
            <source>{chinese} is rendered in row {number}: {english}.</source>
            <translation>“{chinese}”译在了第 {number} 句：{english}。</translation>
        </message>
        <message>
            <source>{chinese} is the title of a work; the English has neither quotes, italics nor capitals.</source>
            <translation>“{chinese}”是作品名，英文既无引号、斜体，也未大写。</translation>
        </message>
        <message>
            <source>{chinese} is {english} in this house; the draft does not have it.</source>
            <translation>本社规定“{chinese}”译作 {english}，译文中没有。</translation>
        </message>
        <message>
            <source>{chinese} is {meaning}; the draft has {english}: {phrase}.</source>
            <translation>“{chinese}”是 {meaning}，译文为 {english}：{phrase}。</translation>
        </message>
        <message>
            <source>{chinese} is {right}; the draft has {english}.</source>
            <translation>“{chinese}”应为 {right}，译文为 {english}。</translation>
        </message>
        <message>
            <source>{chinese} means {stated}; the draft has {english} without it.</source>
            <translation>“{chinese}”含有“{stated}”之意，译文 {english} 没有译出。</translation>
        </message>
        <message>
            <source>{chinese} means {stated}; the draft says {drafted} {english}.</source>
            <translation>“{chinese}”的意思是“{stated}”，译文写的却是“{drafted}”：{english}。</translation>
        </message>
        <message>
            <source>{chinese}; the draft has {english}: {phrase}.</source>
            <translation>原文为“{chinese}”，译文为 {english}：{phrase}。</translation>
        </message>
        <message>
            <source>{count} characters in {name} are no text (NUL or control codes) and stand as “�”.</source>
            <translation>{name} 中有 {count} 个字符不是文字（空字符或控制码），以“�”代替。</translation>
        </message>
        <message>
            <source>{count} comment is open. Answer and resolve it.</source>
            <translation>有 {count} 条批注未解决。请答复并解决。</translation>
        </message>
        <message>
            <source>{count} comments are open. Answer and resolve them.</source>
            <translation>有 {count} 条批注未解决。请答复并解决。</translation>
        </message>
        <message>
            <source>{count} finding is sure and open. Mend it or accept it with a reason. {shown}</source>
            <translation>有 {count} 条确定的检查结果尚未处理。请改正，或附理由接受。{shown}</translation>
        </message>
        <message>
            <source>{count} findings are sure and open. Mend them or accept them with a reason. {shown}</source>
            <translation>有 {count} 条确定的检查结果尚未处理。请改正，或附理由接受。{shown}</translation>
        </message>
        <message>
            <source>{count} footnote in {document} was left behind; it is listed in the report.</source>
            <translation>{document} 中有 {count} 条脚注没有导入，已列在报告中。</translation>
        </message>
        <message>
            <source>{count} footnotes in {document} were left behind; they are listed in the report.</source>
            <translation>{document} 中有 {count} 条脚注没有导入，已列在报告中。</translation>
        </message>
        <message>
            <source>{count} place in {name} could not be read as {codec} and stands as “�”. Compare with the original.</source>
            <translation>{name} 中有 {count} 处无法按 {codec} 读取，以“�”代替。请与原件核对。</translation>
        </message>
        <message>
            <source>{count} places in {name} could not be read as {codec} and stand as “�”. Compare with the original.</source>
            <translation>{name} 中有 {count} 处无法按 {codec} 读取，以“�”代替。请与原件核对。</translation>
        </message>
        <message>
            <source>{date} is a {right}; the draft has {drafted}.</source>
            <translation>{date} 是 {right}，译文为 {drafted}。</translation>
        </message>
        <message>
            <source>{document} has more than {count:,} paragraphs. Split it and import the parts.</source>
            <translation>{document} 超过 {count:,} 段。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{document} is empty: there is no text in it. Choose the file that holds the article.</source>
            <translation>{document} 是空文件：其中没有文字。请选择含有稿件的文件。</translation>
        </message>
        <message>
            <source>{engine} has nothing here.</source>
            <translation>{engine}没有译文。</translation>
        </message>
        <message>
            <source>{engine} needs no connection.</source>
            <translation>{engine}无需联网。</translation>
        </message>
        <message>
            <source>{first} stands before {second} in the source; the draft has {early} before {late}: are they exchanged?</source>
            <translation>原文中 {first} 在 {second} 之前，译文却是 {early} 在 {late} 之前：是否颠倒了？</translation>
        </message>
        <message>
            <source>{folder} has no SentencePiece file ({names}). Copy the one of the original model into it.</source>
            <translation>{folder} 中没有 SentencePiece 文件（{names}）。请从原模型复制过来。</translation>
        </message>
        <message>
            <source>{folder} has no model.bin, so it is no CTranslate2 model. Choose the folder the converter made.</source>
            <translation>{folder} 中没有 model.bin，不是 CTranslate2 模型。请选择转换工具生成的文件夹。</translation>
        </message>
        <message>
            <source>{kind} is not supported. Use a file or postgresql+psycopg://….</source>
            <translation>不支持 {kind}。请使用文件或 postgresql+psycopg://……。</translation>
        </message>
        <message>
            <source>{known} may not be {value!r}</source>
            <translation>{known} 不能为 {value!r}</translation>
        </message>
        <message>
            <source>{low} or {high} times</source>
            <translation>{low} 或 {high} 倍</translation>
        </message>
        <message>
            <source>{name} ({english}) is not in the English, the rest of the list is.</source>
            <translation>英文中没有“{name}”（{english}），名单中的其他人都有。</translation>
        </message>
        <message>
            <source>{name} ({english}) is not in the English.</source>
            <translation>英文中没有“{name}”（{english}）。</translation>
        </message>
        <message>
            <source>{name} asks for a DTD from elsewhere ({system}). Files that do are not read: remove the DOCTYPE line.</source>
            <translation>{name} 引用了外部 DTD（{system}）。这类文件不予读取：请删去 DOCTYPE 行。</translation>
        </message>
        <message>
            <source>{name} asks for an external document type, which can hide an attack, and was not opened.</source>
            <translation>{name} 引用了外部文档类型，可能暗藏攻击，未打开。</translation>
        </message>
        <message>
            <source>{name} brings its own attribute rules inside the DOCTYPE. Files that do are not read: remove everything between [ and ] there.</source>
            <translation>{name} 在 DOCTYPE 中自带属性规则。这类文件不予读取：请删去其中 [ 与 ] 之间的内容。</translation>
        </message>
        <message>
            <source>{name} broke off in the middle of its answer.</source>
            <translation>{name} 应答中途断开。</translation>
        </message>
        <message>
            <source>{name} cannot be reached.</source>
            <translation>无法连接 {name}。</translation>
        </message>
        <message>
            <source>{name} claims the encoding “{declared}”, which is not read. Save it as UTF-8.</source>
            <translation>{name} 声称编码为“{declared}”，本程序不支持。请存为 UTF-8。</translation>
        </message>
        <message>
            <source>{name} claims the encoding “{declared}”, which is not read; it was found out from the text.</source>
            <translation>{name} 声称编码为“{declared}”，本程序不支持；已根据文字判断编码。</translation>
        </message>
        <message>
            <source>{name} claims to be {codec} but is not. Save it as UTF-8.</source>
            <translation>{name} 声称编码为 {codec}，实际不是。请存为 UTF-8。</translation>
        </message>
        <message>
            <source>{name} claims to be {declared} but is {codec}; it was read as {codec}.</source>
            <translation>{name} 声称编码为 {declared}，实际是 {codec}；已按 {codec} 读取。</translation>
        </message>
        <message>
            <source>{name} could not be read to its end. Import it again to go on from there.</source>
            <translation>{name} 未能读完。重新导入可从中断处继续。</translation>
        </message>
        <message>
            <source>{name} could not be read: {reason}. Look whether it is open elsewhere.</source>
            <translation>{name} 无法读取：{reason}。请查看是否在别处打开。</translation>
        </message>
        <message>
            <source>{name} declares an entity ({entity}). Files that do are not read, because entities can pull in other files or grow without end.</source>
            <translation>{name} 声明了实体（{entity}）。这类文件不予读取，因为实体可能引入其他文件或无限膨胀。</translation>
        </message>
        <message>
            <source>{name} declares attribute defaults, which can hide an attack, and was not opened.</source>
            <translation>{name} 声明了属性默认值，可能暗藏攻击，未打开。</translation>
        </message>
        <message>
            <source>{name} declares entities, which can hide an attack, and was not opened.</source>
            <translation>{name} 声明了实体，可能暗藏攻击，未打开。</translation>
        </message>
        <message>
            <source>{name} did not answer in time.</source>
            <translation>{name} 没有及时应答。</translation>
        </message>
        <message>
            <source>{name} did not answer within {seconds:.0f} seconds. Try again later; what was drafted is kept.</source>
            <translation>{name} 在 {seconds:.0f} 秒内没有应答。请稍后再试；已有初稿都已保留。</translation>
        </message>
        <message>
            <source>{name} has more than {count:,} damaged units. Get a sound copy of it.</source>
            <translation>{name} 的损坏单元超过 {count:,} 个。请获取完好的文件。</translation>
        </message>
        <message>
            <source>{name} has more than {count:,} paragraphs. Split it and import the parts.</source>
            <translation>{name} 超过 {count:,} 段。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{name} has more than {count:,} tags. Save the article alone and import that.</source>
            <translation>{name} 的标签超过 {count:,} 个。请只保存稿件部分再导入。</translation>
        </message>
        <message>
            <source>{name} has more than {count:,} tags. Split it and import the parts.</source>
            <translation>{name} 的标签超过 {count:,} 个。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{name} has no text body: it is damaged. Save it again in its own program.</source>
            <translation>{name} 没有正文，已损坏。请用原程序重新保存。</translation>
        </message>
        <message>
            <source>{name} has parts that overlap and was not opened.</source>
            <translation>{name} 中有部件相互重叠，未打开。</translation>
        </message>
        <message>
            <source>{name} holds NUL bytes all over: it is not text. Save the article as UTF-8 text or DOCX.</source>
            <translation>{name} 中到处是空字节，不是文本。请将稿件另存为 UTF-8 文本或 DOCX。</translation>
        </message>
        <message>
            <source>{name} holds a link instead of a part and was not opened.</source>
            <translation>{name} 中有链接代替部件，未打开。</translation>
        </message>
        <message>
            <source>{name} holds a part whose name points out of its folder and was not opened.</source>
            <translation>{name} 中有部件的名称指向文件夹之外，未打开。</translation>
        </message>
        <message>
            <source>{name} holds half a character and was not opened.</source>
            <translation>{name} 中有不完整的字符，未打开。</translation>
        </message>
        <message>
            <source>{name} holds more than {count:,} parts and was not opened.</source>
            <translation>{name} 含有超过 {count:,} 个部件，未打开。</translation>
        </message>
        <message>
            <source>{name} holds more than {count:,} values and was not opened.</source>
            <translation>{name} 中的数据超过 {count:,} 项，未打开。</translation>
        </message>
        <message>
            <source>{name} holds no article that could be found. Copy the text from the browser and paste it, or save the article alone.</source>
            <translation>在 {name} 中没有找到稿件。请从浏览器复制文字后粘贴，或只保存稿件部分。</translation>
        </message>
        <message>
            <source>{name} holds no article: only lines about one. Choose the file that holds the text.</source>
            <translation>{name} 中没有稿件正文，只有关于稿件的信息。请选择含有正文的文件。</translation>
        </message>
        <message>
            <source>{name} holds no bilingual document. Export it again from memoQ.</source>
            <translation>{name} 中没有双语文档。请从 memoQ 重新导出。</translation>
        </message>
        <message>
            <source>{name} holds no page: nothing in it is HTML. Save the page again and import that.</source>
            <translation>{name} 中没有网页：内容不是 HTML。请重新保存网页后导入。</translation>
        </message>
        <message>
            <source>{name} holds the same part twice and was not opened.</source>
            <translation>{name} 中同一部件出现两次，未打开。</translation>
        </message>
        <message>
            <source>{name} in {folder} is no SentencePiece file. Copy the one of the original model into it.</source>
            <translation>{folder} 中的 {name} 不是 SentencePiece 文件。请从原模型复制过来。</translation>
        </message>
        <message>
            <source>{name} is a ZIP archive without a document in it. Unpack it and import the article.</source>
            <translation>{name} 是 ZIP 压缩包，其中没有文档。请解压后导入稿件。</translation>
        </message>
        <message>
            <source>{name} is a ZIP64 archive, which no article needs. Save it again in its own program.</source>
            <translation>{name} 是 ZIP64 压缩包，稿件不需要这种格式。请用原程序重新保存。</translation>
        </message>
        <message>
            <source>{name} is a file of one person; accounts are for libraries on a server.</source>
            <translation>{name} 是个人文件；账号只用于服务器上的稿库。</translation>
        </message>
        <message>
            <source>{name} is a folder. Choose the file that holds the article.</source>
            <translation>{name} 是文件夹。请选择含有稿件的文件。</translation>
        </message>
        <message>
            <source>{name} is a presentation. Save the article as DOCX, HTML or text and import that.</source>
            <translation>{name} 是演示文稿。请将稿件另存为 DOCX、HTML 或纯文本后导入。</translation>
        </message>
        <message>
            <source>{name} is a spreadsheet. Save the article as DOCX, HTML or text and import that.</source>
            <translation>{name} 是电子表格。请将稿件另存为 DOCX、HTML 或纯文本后导入。</translation>
        </message>
        <message>
            <source>{name} is a web archive (.mht), which is not read. Save the page as HTML and import that.</source>
            <translation>{name} 是网页归档文件（.mht），不受支持。请将网页另存为 HTML 后导入。</translation>
        </message>
        <message>
            <source>{name} is an OpenDocument file. Save it as .docx in LibreOffice and import that.</source>
            <translation>{name} 是 OpenDocument 文件。请在 LibreOffice 中另存为 .docx 后导入。</translation>
        </message>
        <message>
            <source>{name} is an old Office file (.doc), which is not read. Open it in Word or LibreOffice, save it as .docx, and import that.</source>
            <translation>{name} 是旧版 Office 文件（.doc），不受支持。请在 Word 或 LibreOffice 中打开，另存为 .docx 后导入。</translation>
        </message>
        <message>
            <source>{name} is damaged: it has no body. Save it again in Word or LibreOffice.</source>
            <translation>{name} 已损坏：没有正文。请在 Word 或 LibreOffice 中重新保存。</translation>
        </message>
        <message>
            <source>{name} is damaged: it is no DOCX inside. Open it in Word or LibreOffice, save it again, and import that.</source>
            <translation>{name} 已损坏：内容不是 DOCX。请在 Word 或 LibreOffice 中打开，重新保存后导入。</translation>
        </message>
        <message>
            <source>{name} is damaged: it is not a complete ZIP archive. Get it again from where it came.</source>
            <translation>{name} 已损坏：不是完整的 ZIP 压缩包。请重新获取。</translation>
        </message>
        <message>
            <source>{name} is damaged: {reason}. Get it again from where it came.</source>
            <translation>{name} 已损坏：{reason}。请重新获取。</translation>
        </message>
        <message>
            <source>{name} is empty: there is no text in it. Choose the file that holds the article.</source>
            <translation>{name} 是空的：其中没有文字。请选择含有稿件的文件。</translation>
        </message>
        <message>
            <source>{name} is in the library already. Use “people set” to change their roles.</source>
            <translation>{name} 已在稿库中。如需更改角色，请用“people set”。</translation>
        </message>
        <message>
            <source>{name} is larger than 50 MB of text. Split it and import the parts.</source>
            <translation>{name} 的文字超过 50 MB。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{name} is larger than {megabytes} MB. Split it and import the parts.</source>
            <translation>{name} 超过 {megabytes} MB。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{name} is larger than {size} MB and was not read.</source>
            <translation>{name} 大于 {size} MB，未读取。</translation>
        </message>
        <message>
            <source>{name} is larger than {size} and was not opened.</source>
            <translation>{name} 超过 {size}，未打开。</translation>
        </message>
        <message>
            <source>{name} is larger than {size} of JSON and was not opened.</source>
            <translation>{name} 的 JSON 大于 {size}，未打开。</translation>
        </message>
        <message>
            <source>{name} is larger than {size} of XML. Split it and import the parts.</source>
            <translation>{name} 的 XML 超过 {size}。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{name} is larger than {size}. Save the article alone and import that.</source>
            <translation>{name} 超过 {size}。请只保存稿件部分再导入。</translation>
        </message>
        <message>
            <source>{name} is nested too deeply and was not opened.</source>
            <translation>{name} 的嵌套层次过深，未打开。</translation>
        </message>
        <message>
            <source>{name} is never named in full: first “{english}”, then the surname.</source>
            <translation>全文没有写出“{name}”的全名：首次应写“{english}”，其后只写姓。</translation>
        </message>
        <message>
            <source>{name} is no JSON: {reason}.</source>
            <translation>{name} 不是 JSON：{reason}。</translation>
        </message>
        <message>
            <source>{name} is no ordinary file and was not read.</source>
            <translation>{name} 不是普通文件，未读取。</translation>
        </message>
        <message>
            <source>{name} is not TBX: it begins with &lt;{root}&gt;.</source>
            <translation>{name} 不是 TBX 文件：它以 &lt;{root}&gt; 开头。</translation>
        </message>
        <message>
            <source>{name} is not a TMX file ({reason}).</source>
            <translation>{name} 不是 TMX 文件（{reason}）。</translation>
        </message>
        <message>
            <source>{name} is not a TMX file: it has no &lt;tmx&gt; element.</source>
            <translation>{name} 不是 TMX 文件：没有 &lt;tmx&gt; 元素。</translation>
        </message>
        <message>
            <source>{name} is not a TMX file: its first element is &lt;{root}&gt;.</source>
            <translation>{name} 不是 TMX 文件：第一个元素是 &lt;{root}&gt;。</translation>
        </message>
        <message>
            <source>{name} is not a Trados translation memory ({reason}). Export it from Trados as TMX instead.</source>
            <translation>{name} 不是 Trados 翻译记忆库（{reason}）。请从 Trados 导出为 TMX。</translation>
        </message>
        <message>
            <source>{name} is not a Word document (DOCX). Save it as DOCX and read it again.</source>
            <translation>{name} 不是 Word 文档（DOCX）。请存为 DOCX 后重新读取。</translation>
        </message>
        <message>
            <source>{name} is not a bilingual file in XLIFF 1.2.</source>
            <translation>{name} 不是 XLIFF 1.2 双语文件。</translation>
        </message>
        <message>
            <source>{name} is not a library of this program. Choose another file; this one was left untouched.</source>
            <translation>{name} 不是本程序的稿库。请另选文件；此文件没有改动。</translation>
        </message>
        <message>
            <source>{name} is not a readable XLSX workbook ({reason}). Save it again in Excel.</source>
            <translation>{name} 不是可读取的 XLSX 工作簿（{reason}）。请在 Excel 中重新保存。</translation>
        </message>
        <message>
            <source>{name} is not a readable table: {reason}. Save it as CSV in UTF-8.</source>
            <translation>{name} 不是可读取的表格：{reason}。请存为 UTF-8 的 CSV。</translation>
        </message>
        <message>
            <source>{name} is not well-formed XML: {reason}. Export it again from the program it came from.</source>
            <translation>{name} 不是格式正确的 XML：{reason}。请从原程序重新导出。</translation>
        </message>
        <message>
            <source>{name} is packed in a way that is not read. Save it again in its own program.</source>
            <translation>{name} 的压缩方式不受支持。请用原程序重新保存。</translation>
        </message>
        <message>
            <source>{name} is protected by a password. Save it without one and import it again.</source>
            <translation>{name} 有密码保护。请去掉密码保存后重新导入。</translation>
        </message>
        <message>
            <source>{name} is {kind}, not text. Open it in its own program and save the article as text or DOCX.</source>
            <translation>{name} 是{kind}，不是文本。请用相应程序打开，将稿件另存为纯文本或 DOCX。</translation>
        </message>
        <message>
            <source>{name} is {kind}, whatever its name says. Save the article as DOCX, HTML or text and import that.</source>
            <translation>{name} 实际上是{kind}，与文件名不符。请将稿件另存为 DOCX、HTML 或纯文本后导入。</translation>
        </message>
        <message>
            <source>{name} sends us to another address, which may be the log-in page of a network. Open a page in the browser to log in, then try again.</source>
            <translation>{name} 把请求转到了另一地址，可能是网络登录页。请在浏览器中打开网页登录后重试。</translation>
        </message>
        <message>
            <source>{name} sent more than {megabytes} MB, which is no translation. Check the address of the server.</source>
            <translation>{name} 发来超过 {megabytes} MB 的内容，不可能是译文。请检查服务器地址。</translation>
        </message>
        <message>
            <source>{name} unpacks to more than {part} in a part or {whole} in all. It was not opened; ask for a smaller file.</source>
            <translation>{name} 解压后单个部件超过 {part}，或总共超过 {whole}。未打开；请索取较小的文件。</translation>
        </message>
        <message>
            <source>{name} was not found. Look whether it was moved or renamed.</source>
            <translation>没有找到 {name}。请查看是否已移动或改名。</translation>
        </message>
        <message>
            <source>{name} was not written: read back, it differs from the page. {differences}</source>
            <translation>{name} 没有写出：读回的内容与页面不同。{differences}</translation>
        </message>
        <message>
            <source>{name} wrote a segment that was joined since: somebody else has to approve.</source>
            <translation>{name} 译过一个后来被合并的句段，须由他人批准。</translation>
        </message>
        <message>
            <source>{name} wrote segment {shown}: somebody else has to approve.</source>
            <translation>第 {shown} 句由 {name} 所译，须由他人批准。</translation>
        </message>
        <message>
            <source>{name} wrote segments {shown}: somebody else has to approve.</source>
            <translation>第 {shown} 句由 {name} 所译，须由他人批准。</translation>
        </message>
        <message>
            <source>{name} {number}: {meant!r} was meant, {found!r} stands in the file.</source>
            <translation>{name} {number}：应为 {meant!r}，文件中为 {found!r}。</translation>
        </message>
        <message>
            <source>{name}, row {number}: {error}</source>
            <translation>{name}，第 {number} 句：{error}</translation>
        </message>
        <message>
            <source>{name}: {meant!r} was meant, {found!r} stands in the file.</source>
            <translation>{name}：应为 {meant!r}，文件中为 {found!r}。</translation>
        </message>
        <message>
            <source>{name}: {meant} were meant, {found} stand in the file.</source>
            <translation>{name}：应有 {meant} 项，文件中有 {found} 项。</translation>
        </message>
        <message>
            <source>{one} is {office} and {two} {other}; the English seems to exchange their offices.</source>
            <translation>{one} 的职务是“{office}”，{two} 的职务是“{other}”；英文似乎把两人的职务对调了。</translation>
        </message>
        <message>
            <source>{part!r} stands only at the end of a reference</source>
            <translation>{part!r} 只能位于引用末尾</translation>
        </message>
        <message>
            <source>{path} belongs to another program. Choose another file; this one was left untouched.</source>
            <translation>{path} 属于另一程序。请另选文件；此文件没有改动。</translation>
        </message>
        <message>
            <source>{path} cannot be read as a list of pairs in UTF-8: {reason}.</source>
            <translation>{path} 无法作为 UTF-8 的文件对列表读取：{reason}。</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} 无法读取：{reason}。</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}. Choose another file.</source>
            <translation>{path} 无法读取：{reason}。请另选文件。</translation>
        </message>
        <message>
            <source>{path} could not be written to {folder}: {reason}.</source>
            <translation>{path} 无法写入 {folder}：{reason}。</translation>
        </message>
        <message>
            <source>{path} could not be written to {folder}: {reason}{free}. What stood there before is untouched. Make room or choose another folder, then try again.</source>
            <translation>{path} 无法写入 {folder}：{reason}{free}。原有内容没有改动。请腾出空间或另选文件夹后重试。</translation>
        </message>
        <message>
            <source>{path} has more than {count:,} lines. Split it and align the parts.</source>
            <translation>{path} 超过 {count:,} 行。请将其拆成几部分后分别对齐。</translation>
        </message>
        <message>
            <source>{path} has to end in one of: {endings}.</source>
            <translation>{path} 的扩展名应为以下之一：{endings}。</translation>
        </message>
        <message>
            <source>{path} has {count} row that refers to nothing (in table {table}).</source>
            <translation>{path} 中有 {count} 行没有对应的数据（在表 {table} 中）。</translation>
        </message>
        <message>
            <source>{path} has {count} rows that refer to nothing (first in table {table}).</source>
            <translation>{path} 中有 {count} 行没有对应的数据（首先在表 {table} 中）。</translation>
        </message>
        <message>
            <source>{path} holds no articles: no web pages, Word files or texts. Choose another folder.</source>
            <translation>{path} 中没有稿件：没有网页、Word 文件或文本。请另选文件夹。</translation>
        </message>
        <message>
            <source>{path} holds no text to translate.</source>
            <translation>{path}中没有可翻译的文字。</translation>
        </message>
        <message>
            <source>{path} holds no text to translate. Nothing was imported.</source>
            <translation>{path}中没有可翻译的文字，未导入任何内容。</translation>
        </message>
        <message>
            <source>{path} is a folder. A library is a file, such as office.workbench in it.</source>
            <translation>{path} 是文件夹。稿库是其中的文件，例如 office.workbench。</translation>
        </message>
        <message>
            <source>{path} is damaged and there is no sound copy in the folder “backups”. What could be read was not enough to go on with; the file was left as it is.</source>
            <translation>{path} 已损坏，“backups”文件夹中也没有完好的备份。能读出的内容不足以继续使用；文件保持原样。</translation>
        </message>
        <message>
            <source>{path} is damaged: {reason}. Restore a backup.</source>
            <translation>{path} 已损坏：{reason}。请恢复备份。</translation>
        </message>
        <message>
            <source>{path} is damaged: {row}.</source>
            <translation>{path} 已损坏：{row}。</translation>
        </message>
        <message>
            <source>{path} is in {manifest} and cannot be read: {reason}.</source>
            <translation>{manifest} 中有 {path}，但无法读取：{reason}。</translation>
        </message>
        <message>
            <source>{path} is larger than {megabytes} MB. It was not read.</source>
            <translation>{path} 超过 {megabytes} MB，未读取。</translation>
        </message>
        <message>
            <source>{path} is no PO, XLIFF, JSON or bilingual Word file of an edition.</source>
            <translation>{path} 不是语种版本的 PO、XLIFF、JSON 或双语 Word 文件。</translation>
        </message>
        <message>
            <source>{path} is no saved alignment. Choose a file that was saved here.</source>
            <translation>{path} 不是已保存的对齐文件。请选择在此保存过的文件。</translation>
        </message>
        <message>
            <source>{path} is not a library of this program ({reason}). Choose another file; this one was left untouched.</source>
            <translation>{path} 不是本程序的稿库（{reason}）。请另选文件；此文件没有改动。</translation>
        </message>
        <message>
            <source>{path} is not a text in UTF-8 or GB 18030. Save it as plain text in UTF-8 and try again.</source>
            <translation>{path} 不是 UTF-8 或 GB 18030 文本。请存为 UTF-8 纯文本后重试。</translation>
        </message>
        <message>
            <source>{path} is not in {manifest}: it was not published from here.</source>
            <translation>{manifest} 中没有 {path}：它不是从这里发布的。</translation>
        </message>
        <message>
            <source>{path} is not tab-separated text in UTF-8: {reason}.</source>
            <translation>{path} 不是 UTF-8 编码的制表符分隔文本：{reason}。</translation>
        </message>
        <message>
            <source>{path} lists no pair. Name a Chinese and an English file, a folder, or a list of pairs.</source>
            <translation>{path} 没有列出任何文件对。请指定一个中文文件和一个英文文件、一个文件夹，或一份文件对列表。</translation>
        </message>
        <message>
            <source>{path} says it is in {encoding}, which is not a text encoding known here. Save it as UTF-8.</source>
            <translation>{path} 声明编码为 {encoding}，本程序不识别。请存为 UTF-8。</translation>
        </message>
        <message>
            <source>{path} shows version {old}; version {new} of “{headline}” was published since, without this format. Publish it as {format} too, or remove the file.</source>
            <translation>{path} 显示的是第 {old} 版；“{headline}”此后已发布第 {new} 版，但不含此格式。请同时发布 {format} 格式，或删除此文件。</translation>
        </message>
        <message>
            <source>{path} was changed after it was published. Publish “{headline}” again.</source>
            <translation>{path} 发布后被改动过。请重新发布“{headline}”。</translation>
        </message>
        <message>
            <source>{path} was not sent from a library. Import it as an article instead.</source>
            <translation>{path} 不是从稿库发出的文件。请将其作为稿件导入。</translation>
        </message>
        <message>
            <source>{path} was published once and is not part of the page any more.</source>
            <translation>{path} 曾经发布，现已不属于该页面。</translation>
        </message>
        <message>
            <source>{path} was sent from a library. Take it back with “workbench merge”.</source>
            <translation>{path} 是从稿库发出的文件。请用“workbench merge”收回。</translation>
        </message>
        <message>
            <source>{path}: the file ends in the middle ({missing}). Get a complete copy of it.</source>
            <translation>{path}：文件中途结束（{missing}）。请获取完整的文件。</translation>
        </message>
        <message>
            <source>{person} is no longer active here.</source>
            <translation>{person} 已离职。</translation>
        </message>
        <message>
            <source>{place} holds no pair of files NAME.zh and NAME.en.</source>
            <translation>{place} 中没有成对的“名称.zh”和“名称.en”文件。</translation>
        </message>
        <message>
            <source>{place} is neither a folder nor a list of pairs. Name one, or a Chinese and an English file.</source>
            <translation>{place} 既不是文件夹，也不是文件对列表。请指定其中之一，或一个中文文件和一个英文文件。</translation>
        </message>
        <message>
            <source>{prefix}= stands at the wrong place of a reference</source>
            <translation>{prefix}= 在引用中的位置不对</translation>
        </message>
        <message>
            <source>{reference!r} names no note of this unit</source>
            <translation>{reference!r} 在此单元中没有对应的附注</translation>
        </message>
        <message>
            <source>{said} or {more}</source>
            <translation>{said}或{more}</translation>
        </message>
        <message>
            <source>{said} {more}</source>
            <translation>{said}{more}</translation>
        </message>
        <message>
            <source>{said} — approved by one of its own translators</source>
            <translation>{said}——由本文译者之一批准</translation>
        </message>
        <message>
            <source>{said}, with own changes in {count} segment</source>
            <translation>{said}，其中 {count} 个句段由本人改写</translation>
        </message>
        <message>
            <source>{said}, with own changes in {count} segments</source>
            <translation>{said}，其中 {count} 个句段由本人改写</translation>
        </message>
        <message>
            <source>{said}, {more}</source>
            <translation>{said}、{more}</translation>
        </message>
        <message>
            <source>{short} is used without being introduced; write the full form with ({short}) first.</source>
            <translation>{short} 首次出现时未作说明；请先写全称并加注（{short}）。</translation>
        </message>
        <message>
            <source>{size} too large</source>
            <translation>大了{size}</translation>
        </message>
        <message>
            <source>{size} too small</source>
            <translation>小了{size}</translation>
        </message>
        <message>
            <source>{source} and {target}</source>
            <translation>{source} 与 {target}</translation>
        </message>
        <message>
            <source>{source} could not be copied: {reason}.</source>
            <translation>{source} 无法复制：{reason}。</translation>
        </message>
        <message>
            <source>{target} exists already. Choose another name for the backup.</source>
            <translation>{target} 已存在。请为备份另取名称。</translation>
        </message>
        <message>
            <source>{text}</source>
            <translation>{text}</translation>
        </message>
        <message>
            <source>{text}: {phrase}.</source>
            <translation>{text}：{phrase}。</translation>
        </message>
        <message>
            <source>{trap} is usually rendered with {expected}; the draft has no such form.</source>
            <translation>“{trap}”通常译作 {expected}，译文中没有。</translation>
        </message>
        <message>
            <source>{used:,} characters of this period are used; the account has no limit.</source>
            <translation>本期已用 {used:,} 个字符；账户没有上限。</translation>
        </message>
        <message>
            <source>{used:,} of {limit:,} characters of this period are used.</source>
            <translation>本期 {limit:,} 个字符已用 {used:,} 个。</translation>
        </message>
        <message>
            <source>{value} is not a web address. It has to begin with https:// or http://.</source>
            <translation>{value} 不是网址。网址应以 https:// 或 http:// 开头。</translation>
        </message>
        <message>
            <source>{wanted} rows were meant, {found} stand in the file.</source>
            <translation>应有 {wanted} 行，文件中有 {found} 行。</translation>
        </message>
        <message>
            <source>{who} changed this segment while you were typing. Both texts are kept: choose one.</source>
            <translation>您输入时，{who}更改了此句段。两个译文都已保留，请选择其一。</translation>
        </message>
        <message>
            <source>{who} may not do this: it takes an admin.</source>
            <translation>{who} 无权这样做：须由管理员操作。</translation>
        </message>
        <message>
            <source>{words} English words stand for {characters} Chinese characters: something may be missing.</source>
            <translation>{characters} 个汉字只译成了 {words} 个英文词：译文可能有遗漏。</translation>
        </message>
        <message>
            <source>{words} English words stand for {characters} Chinese characters: something may have been added.</source>
            <translation>{characters} 个汉字译成了 {words} 个英文词：译文可能有增添。</translation>
        </message>
        <message>
            <source>{words} words</source>
            <translation>{words} 个英文词</translation>
        </message>
        <message>
            <source>{word} compares {right}; the draft compares with another period.</source>
            <translation>“{word}”是{right}，译文比较的是另一时期。</translation>
        </message>
        <message>
            <source>{zh} carries {modifier} ({word}); the English has no word for it.</source>
            <translation>“{zh}”带有“{modifier}”（{word}），英文没有译出。</translation>
        </message>
        <message>
            <source>{zh} is a negation; the English seems to have none.</source>
            <translation>“{zh}”表示否定，英文似乎没有译出。</translation>
        </message>
        <message>
            <source>{zh} is {right}; the draft has {written}: {phrase}.</source>
            <translation>“{zh}”应为 {right}，译文为 {written}：{phrase}。</translation>
        </message>
        <message>
            <source>{zh} is “{form}” here and “{usual}” elsewhere in the article.</source>
            <translation>“{zh}”此处译作“{form}”，本文其他地方译作“{usual}”。</translation>
        </message>
        <message>
            <source>“Two Sessions” in quotation marks at first</source>
            <translation>“Two Sessions”首次出现时加引号</translation>
        </message>
        <message>
            <source>“{check}” has findings in segments {shown}. Say which with --number.</source>
            <translation>“{check}”在第 {shown} 句有检查结果。请用 --number 指明是哪一句。</translation>
        </message>
        <message>
            <source>“{check}” has no open finding in segment {wanted}.</source>
            <translation>第 {wanted} 句没有未处理的“{check}”检查结果。</translation>
        </message>
        <message>
            <source>“{check}” is neither an open finding nor a field. Fields are: {names}; “workbench check” lists the findings.</source>
            <translation>“{check}”既不是未处理的检查结果，也不是字段。字段有：{names}；“workbench check”可列出检查结果。</translation>
        </message>
        <message>
            <source>“{form}” is forbidden in this house.</source>
            <translation>本社禁用“{form}”。</translation>
        </message>
        <message>
            <source>“{form}” is forbidden in this house; it writes “{right}”.</source>
            <translation>本社禁用“{form}”，应写“{right}”。</translation>
        </message>
        <message>
            <source>“{marks}” is Chinese or full-width; English writes “{new}”.</source>
            <translation>“{marks}”是中文或全角符号，英文应写“{new}”。</translation>
        </message>
        <message>
            <source>“{stage}”</source>
            <translation>“{stage}”</translation>
        </message>
        <message>
            <source>“{term}” is proposed; it holds once a reviewer or an editor accepts it.</source>
            <translation>“{term}”已作为建议提交，经审校或编辑采纳后生效。</translation>
        </message>
        <message>
            <source>“{text}” counts in Chinese steps; write thousands, millions or billions.</source>
            <translation>“{text}”按中文数位计数；请用 thousand、million 或 billion。</translation>
        </message>
        <message>
            <source>“{text}” does not stand in the page at its place.</source>
            <translation>“{text}”不在页面应有的位置。</translation>
        </message>
        <message>
            <source>“{text}” has been left in Chinese.</source>
            <translation>“{text}”没有译出，仍是中文。</translation>
        </message>
        <message>
            <source>“{text}” is no longer used: {reason}; write “{right}”.</source>
            <translation>“{text}”已停用（{reason}），请写“{right}”。</translation>
        </message>
        <message>
            <source>“{text}” is not a date. Write it as 2020-04-03.</source>
            <translation>“{text}”不是日期。请写成 2020-04-03 的形式。</translation>
        </message>
        <message>
            <source>“{text}” may be unknown to a foreign reader.</source>
            <translation>国外读者可能不认识“{text}”。</translation>
        </message>
        <message>
            <source>“{value}” is not a date. Write it as 2020-04-03.</source>
            <translation>“{value}”不是日期。请写成 2020-04-03 的形式。</translation>
        </message>
        <message>
            <source>“{value}” is not a time. Write it as 2020-04-03 08:00.</source>
            <translation>“{value}”不是时间。请写成 2020-04-03 08:00 的形式。</translation>
        </message>
        <message>
            <source>“{word}”</source>
            <translation>“{word}”</translation>
        </message>
        <message>
            <source>“{word}” is American spelling; the house writes “{right}”.</source>
            <translation>“{word}”是美式拼写，本社写作“{right}”。</translation>
        </message>
        <message>
            <source>“{word}” is British spelling; the house writes “{right}”.</source>
            <translation>“{word}”是英式拼写，本社写作“{right}”。</translation>
        </message>
        <message>
            <source>“{word}” is not a word the dictionary knows.</source>
            <translation>词典中没有“{word}”。</translation>
        </message>
        <message>
            <source>“{word}” is not a word the dictionary knows. Perhaps “{guess}”.</source>
            <translation>词典中没有“{word}”，也许是“{guess}”。</translation>
        </message>
        <message>
            <source>“{written}” is {status} for {zh}.</source>
            <translation>“{zh}”译作“{written}”为{status}译法。</translation>
        </message>
        <message>
            <source>“{written}” is {status} for {zh}; the house writes “{right}”.</source>
            <translation>“{zh}”译作“{written}”为{status}译法；本社写作“{right}”。</translation>
        </message>
        <message>
            <source>人次 counts visits or trips, not people</source>
            <translation>“人次”指次数，不是人数</translation>
        </message>
        <message>
            <source>No such version was ever approved, so it cannot be restored.</source>
            <translation>没有批准过这样的版本，无法恢复。</translation>
        </message>
        <message>
            <source>Nobody has this article as {role}.</source>
            <translation>这篇稿件没有分派给{role}。</translation>
        </message>
        <message>
            <source>Say why the segments are unlocked; the reason is kept.</source>
            <translation>请说明为何解锁这些句段；原因会留存。</translation>
        </message>
        <message>
            <source>The source has changed since this version was approved. Compare with it and take over what still fits.</source>
            <translation>该版本批准后原文已有变化。请与其对比，取用仍然适合的部分。</translation>
        </message>
        <message>
            <source>There is no point “{key}” to compare with in this edition.</source>
            <translation>此语种版本中没有可供对比的节点“{key}”。</translation>
        </message>
        <message>
            <source>There is no queue {queue}. There are: {names}.</source>
            <translation>没有队列 {queue}。现有：{names}。</translation>
        </message>
        <message>
            <source>This change is not there any more. Look at the row again.</source>
            <translation>这处修改已不存在，请再看一下该行。</translation>
        </message>
        <message>
            <source>accepted a change</source>
            <translation>接受了一处修改</translation>
        </message>
        <message>
            <source>approved by {person}</source>
            <translation>{person} 批准</translation>
        </message>
        <message>
            <source>approved segments {segments}</source>
            <translation>批准句段 {segments}</translation>
        </message>
        <message>
            <source>correction begun by {person}</source>
            <translation>{person} 开始更正</translation>
        </message>
        <message>
            <source>handed it over from {holder} to {to} as {role}: {reason}</source>
            <translation>由 {holder} 移交给 {to}（{role}）：{reason}</translation>
        </message>
        <message>
            <source>published by {person}</source>
            <translation>{person} 发布</translation>
        </message>
        <message>
            <source>returned segments {segments}: {reason}</source>
            <translation>退回句段 {segments}：{reason}</translation>
        </message>
        <message>
            <source>sent back by {person}</source>
            <translation>{person} 退回</translation>
        </message>
        <message>
            <source>submitted by {person}</source>
            <translation>{person} 送审</translation>
        </message>
        <message>
            <source>the last submission</source>
            <translation>最近一次送审稿</translation>
        </message>
        <message>
            <source>the machine draft</source>
            <translation>机器初稿</translation>
        </message>
        <message>
            <source>took it from {holder} as {role}: {reason}</source>
            <translation>从 {holder}（{role}）处收回：{reason}</translation>
        </message>
        <message>
            <source>unlocked segments {segments} by force: {reason}</source>
            <translation>强制解锁句段 {segments}：{reason}</translation>
        </message>
        <message>
            <source>{holder} has this article: they, an editor or an admin can hand it over.</source>
            <translation>稿件在 {holder} 手中：只有本人、编辑或管理员可以移交。</translation>
        </message>
        <message>
            <source>{name} is not a {role} in this library.</source>
            <translation>{name} 在此稿库中不是{role}。</translation>
        </message>
        <message>
            <source>Folder of templates</source>
            <translation>模板文件夹</translation>
        </message>
        <message>
            <source>Sign-off record</source>
            <translation>签发记录</translation>
        </message>
        <message>
            <source>Sign-off sheet</source>
            <translation>签发单</translation>
        </message>
        <message>
            <source>Template of web pages</source>
            <translation>网页模板</translation>
        </message>
        <message>
            <source>Where templates of your own lie; empty: in the program's data folder.</source>
            <translation>自备模板所在的文件夹；留空则为程序的数据文件夹。</translation>
        </message>
        <message>
            <source>Where the sentences came from</source>
            <translation>句子来源</translation>
        </message>
        <message>
            <source>Written into the sign-off sheet and its record: machine, memory or people, and who read them.</source>
            <translation>写入签发单及其记录：机器、翻译记忆或人工，以及由谁审读。</translation>
        </message>
        <message>
            <source>site.html, plain.html, or the name of a file in the folder of templates.</source>
            <translation>site.html、plain.html，或模板文件夹中的文件名。</translation>
        </message>
        <message>
            <source>A sign-off sheet is written as .pdf or .json, not as {suffix}.</source>
            <translation>签发单只能写成 .pdf 或 .json，不能写成 {suffix}。</translation>
        </message>
        <message>
            <source>Statistics are written as .csv or .xlsx, not as {suffix}.</source>
            <translation>统计只能写成 .csv 或 .xlsx，不能写成 {suffix}。</translation>
        </message>
        <message>
            <source>The sheet {key} cannot be written here.</source>
            <translation>此处无法写出 {key}。</translation>
        </message>
        <message>
            <source>There is no template {name}. There are: {names}.</source>
            <translation>没有模板 {name}。现有：{names}。</translation>
        </message>
        <message>
            <source>This is no sign-off record.</source>
            <translation>这不是签发记录。</translation>
        </message>
        <message>
            <source>A number from 0 to 100, taken off the score shown for a pair older than the years below.</source>
            <translation>0 到 100 的数字：超过下列年限的句对，显示匹配率时扣去此数。</translation>
        </message>
        <message>
            <source>A number from 0 to 100, taken off the score shown for a pair that no reviewer approved.</source>
            <translation>0 到 100 的数字：未经审校批准的句对，显示匹配率时扣去此数。</translation>
        </message>
        <message>
            <source>A number from 0 to 100, taken off the score shown for a pair that was imported from a file.</source>
            <translation>0 到 100 的数字：从文件导入的句对，显示匹配率时扣去此数。</translation>
        </message>
        <message>
            <source>A number from 0 to 100, taken off the score shown for a remembered machine draft.</source>
            <translation>0 到 100 的数字：来自机器译文的句对，显示匹配率时扣去此数。</translation>
        </message>
        <message>
            <source>A number from 0 to 100; 0 means never.</source>
            <translation>0 到 100 的数字；0 表示永不过旧。</translation>
        </message>
        <message>
            <source>No article in the other language was found for it. It was left out.</source>
            <translation>没有找到与之对应的另一语言稿件，已略过。</translation>
        </message>
        <message>
            <source>Points off for machine text</source>
            <translation>机器译文扣分</translation>
        </message>
        <message>
            <source>Points off for old text</source>
            <translation>旧译文扣分</translation>
        </message>
        <message>
            <source>Points off for text from elsewhere</source>
            <translation>外来译文扣分</translation>
        </message>
        <message>
            <source>Points off for unreviewed text</source>
            <translation>未审校译文扣分</translation>
        </message>
        <message>
            <source>Say which words are to be replaced.</source>
            <translation>请填写要替换的文字。</translation>
        </message>
        <message>
            <source>The term base has no concept {number}. Look again: somebody may have removed it.</source>
            <translation>术语库中没有第 {number} 条。请重新查看：可能已被他人删除。</translation>
        </message>
        <message>
            <source>Years until a pair counts as old</source>
            <translation>多少年后视为旧译文</translation>
        </message>
        <message>
            <source>{name} may propose terms but not decide on them: that takes a reviewer or an editor.</source>
            <translation>{name} 可以提议术语，但无权定夺：须由审校或编辑决定。</translation>
        </message>
        <message>
            <source>{path} is not a folder. Choose the one that holds the articles.</source>
            <translation>{path} 不是文件夹。请选择存放稿件的文件夹。</translation>
        </message>
        <message>
            <source>Enter to go on, Esc to leave it</source>
            <translation>回车继续，Esc 取消</translation>
        </message>
        <message>
            <source>Select the term in the source of the active row first.</source>
            <translation>请先在当前句段的原文中选择术语。</translation>
        </message>
        <message>
            <source>Source:</source>
            <translation>原文：</translation>
        </message>
        <message>
            <source>Split this row first: its source is not one piece.</source>
            <translation>请先拆分本句段：其原文不止一段。</translation>
        </message>
        <message>
            <source>Text to add behind this row:</source>
            <translation>在本句段之后添加的文字：</translation>
        </message>
        <message>
            <source>The reason is kept; then Enter</source>
            <translation>理由将存档；输入后按回车</translation>
        </message>
        <message>
            <source>The reviewer reads this; then Enter</source>
            <translation>审校会看到此说明；输入后按回车</translation>
        </message>
        <message>
            <source>What is being corrected?</source>
            <translation>更正的内容是什么？</translation>
        </message>
        <message>
            <source>What should change?</source>
            <translation>需要修改什么？</translation>
        </message>
        <message>
            <source>Why is it added?</source>
            <translation>为什么添加？</translation>
        </message>
        <message>
            <source>Why is the page withdrawn?</source>
            <translation>为什么撤回此页？</translation>
        </message>
        <message>
            <source>Why is this sentence left out?</source>
            <translation>为什么略去这句话？</translation>
        </message>
        <message>
            <source>approved exactly this text</source>
            <translation>批准了当前文字</translation>
        </message>
        <message>
            <source>version {number}</source>
            <translation>第 {number} 版</translation>
        </message>
        <message>
            <source>{said}
{more}</source>
            <translation>{said}
{more}</translation>
        </message>
        <message>
            <source>{shown}, …</source>
            <translation>{shown}……</translation>
        </message>
        <message>
            <source>“{term}” in the term base:</source>
            <translation>“{term}”在术语库中的译法：</translation>
        </message>
        <message>
            <source>“{term}” is in the term base.</source>
            <translation>“{term}”已加入术语库。</translation>
        </message>
        <message>
            <source>calendar</source>
            <translation>历法</translation>
        </message>
        <message>
            <source>economy</source>
            <translation>经济</translation>
        </message>
        <message>
            <source>government</source>
            <translation>政务</translation>
        </message>
        <message>
            <source>organisation</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>party</source>
            <translation>党务</translation>
        </message>
        <message>
            <source>place: China</source>
            <translation>地名：中国</translation>
        </message>
        <message>
            <source>place: Hunan</source>
            <translation>地名：湖南</translation>
        </message>
        <message>
            <source>region and strategy</source>
            <translation>区域与战略</translation>
        </message>
        <message>
            <source>set phrase</source>
            <translation>固定表述</translation>
        </message>
        <message>
            <source>title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Curly quotes and dashes while typing</source>
            <translation>输入时自动转换弯引号和破折号</translation>
        </message>
        <message>
            <source>Straight quotes become curly ones and two hyphens a dash; Backspace right after takes that back.</source>
            <translation>直引号自动变为弯引号，两个连字符变为破折号；随即按退格键可还原。</translation>
        </message>
        <message>
            <source>{text} is not a date. Write it as 2020-04-03.</source>
            <translation>{text} 不是日期。请写成 2020-04-03。</translation>
        </message>
        <message>
            <source>%1 is here</source>
            <translation>%1 在此稿件中</translation>
        </message>
        <message>
            <source>%1 is in segment %2</source>
            <translation>%1 在第 %2 句段</translation>
        </message>
        <message>
            <source>The server knows you as {name}. To be somebody else, open the library with their account.</source>
            <translation>服务器认定您是 {name}。要以他人身份工作，请用其账号打开稿库。</translation>
        </message>
        <message>
            <source>Empty in {articles}: {rows} with {characters:,} characters.</source>
            <translation>{articles}中有 {rows}，共 {characters:,} 个字符。</translation>
        </message>
        <message>
            <source>There is no empty row.</source>
            <translation>没有空句段。</translation>
        </message>
        <message>
            <source>{count:,} article</source>
            <translation>{count:,} 篇稿件</translation>
        </message>
        <message>
            <source>{count:,} articles</source>
            <translation>{count:,} 篇稿件</translation>
        </message>
        <message>
            <source>{count:,} empty row</source>
            <translation>{count:,} 个空句段</translation>
        </message>
        <message>
            <source>{count:,} empty rows</source>
            <translation>{count:,} 个空句段</translation>
        </message>
        <message>
            <source>A name needs its Chinese and its English form.</source>
            <translation>名称需同时有中文和英文形式。</translation>
        </message>
        <message>
            <source>A trap needs its Chinese words.</source>
            <translation>陷阱词需填写中文。</translation>
        </message>
        <message>
            <source>An exception needs Chinese words, English words or both.</source>
            <translation>例外需填写中文、英文或两者。</translation>
        </message>
        <message>
            <source>The title {title} ends before it begins. Put its dates right.</source>
            <translation>职务“{title}”的截止日期早于起始日期，请改正。</translation>
        </message>
        <message>
            <source>Titles are written 省长 = governor [2016-09-05 - 2020-11-24], with a bar between two.</source>
            <translation>职务写作：省长 = governor [2016-09-05 - 2020-11-24]，两项之间用竖线分隔。</translation>
        </message>
        <message>
            <source>accepted for good {source} {target}: {reason}</source>
            <translation>永久接受 {source} {target}：{reason}</translation>
        </message>
        <message>
            <source>brought in {names} names from {path}</source>
            <translation>从 {path} 导入了 {names} 个名称</translation>
        </message>
        <message>
            <source>decided on the name {source}: {target}</source>
            <translation>确定名称译法 {source}：{target}</translation>
        </message>
        <message>
            <source>took exceptions back: {pairs}</source>
            <translation>撤回了例外：{pairs}</translation>
        </message>
        <message>
            <source>took names out of the table: {names}</source>
            <translation>从名称表中移除：{names}</translation>
        </message>
        <message>
            <source>{name} cannot decide for the whole house: that takes a reviewer or an editor. Accept it in this article, or propose a term.</source>
            <translation>{name} 不能替全社作决定，这需要审校或编辑。可以只在本稿件中接受，或提交术语建议。</translation>
        </message>
        <message>
            <source>{name} is in the table already. Change that line.</source>
            <translation>{name} 已在表中，请修改原有那一行。</translation>
        </message>
        <message>
            <source>{name} was not {title} on {day} by the table of names: is it the right title?</source>
            <translation>根据名称表，{name} 在 {day} 不是{title}：职务是否正确？</translation>
        </message>
        <message>
            <source>{name} was “{title}” at another time; the Chinese says {chinese}.</source>
            <translation>{name} 任“{title}”是在其他时间；中文为“{chinese}”。</translation>
        </message>
        <message>
            <source>{title} is “{english}” for {name} in this house; the draft does not have it.</source>
            <translation>本社将{name}的“{title}”译为“{english}”；译文中没有。</translation>
        </message>
        <message>
            <source>Only pairs of this domain</source>
            <translation>仅限此领域的句对</translation>
        </message>
        <message>
            <source>Only pairs of this origin</source>
            <translation>仅限此来源的句对</translation>
        </message>
        <message>
            <source>Suggestions come from pairs of this domain alone; empty: from all.</source>
            <translation>建议只取此领域的句对；留空则取全部。</translation>
        </message>
        <message>
            <source>The limit on characters is reached. Raise it and draft again: what is done stays.</source>
            <translation>已达到字数上限。请提高上限后重新生成；已完成的内容予以保留。</translation>
        </message>
        <message>
            <source>Grammar</source>
            <translation>语法</translation>
        </message>
        <message>
            <source>Grammar: {remark}</source>
            <translation>语法：{remark}</translation>
        </message>
        <message>
            <source>Quiet notes by Harper, where the extra “grammar” is installed.</source>
            <translation>由 Harper 给出提示（须安装“grammar”扩展）。</translation>
        </message>
        <message>
            <source>Write {word}</source>
            <translation>改为 {word}</translation>
        </message>
        <message>
            <source>{name} has no role that writes here.</source>
            <translation>{name}没有可写入的角色。</translation>
        </message>
        <message>
            <source>“{text}” is not a pattern: {reason} (character {place}). Mend it, or look for plain words.</source>
            <translation>“{text}”不是有效的表达式：{reason}（第 {place} 个字符）。请改正，或改按普通文字查找。</translation>
        </message>
        <message>
            <source>“{word}” is not in this dictionary.</source>
            <translation>“{word}”不在此词表中。</translation>
        </message>
        <message>
            <source>“{word}” is not one word. Give a single word to be known.</source>
            <translation>“{word}”不是单个词，请只给出一个词。</translation>
        </message>
        <message>
            <source>Taking pages down takes an editor.</source>
            <translation>撤下页面需要编辑。</translation>
        </message>
        <message>
            <source>Withdraw the edition first; then its files.</source>
            <translation>请先撤稿，再撤下其文件。</translation>
        </message>
        <message>
            <source>took the page down: {count} files</source>
            <translation>撤下页面：{count} 个文件</translation>
        </message>
        <message>
            <source>{path} exists already. Choose another name for the sample library.</source>
            <translation>{path} 已存在。请为示例稿库另取名称。</translation>
        </message>
        <message>
            <source>{engine} changed the markup or placeholders in its answer for row {numbers}. That answer was not used and the row stays empty; translate it by hand.</source>
            <translation>{engine} 在第 {numbers} 行的译文中改动了标记或占位符。该译文未被采用，该行保持空白，请人工翻译。</translation>
        </message>
        <message>
            <source>{date} is no date: no month has such a day.</source>
            <translation>“{date}”不是日期：没有哪个月有这一天。</translation>
        </message>
        <message>
            <source>{first} and {second} seem to be exchanged: the draft has {one} and {other}.</source>
            <translation>{first}与{second}似乎对调了：译文为{one}和{other}。</translation>
        </message>
        <message>
            <source>A library on a server keeps its own order; there is nothing to accept.</source>
            <translation>服务器上的稿库自行维护秩序，没有需要认可的改动。</translation>
        </message>
        <message>
            <source>A passphrase has {count} characters at least.</source>
            <translation>口令至少要有 {count} 个字符。</translation>
        </message>
        <message>
            <source>A signing key is revoked once, in one's own name and with a reason, and never changed.</source>
            <translation>签名密钥只能以本人名义附理由吊销一次，不得更改。</translation>
        </message>
        <message>
            <source>Approvals can only be made by the signed-in reviewer, never for one's own text, and are time-stamped by the server. The database administrator is trusted; export the daily seal to someone else if you need proof against them.</source>
            <translation>只有已登录的审校人员才能批准，且不能批准自己的文本，时间由服务器记录。数据库管理员是受信任的；如需防范管理员，请把每日封存记录导出并交给他人保管。</translation>
        </message>
        <message>
            <source>Approvals record who this program was told you are. They are checked for damage. They are not proof against the owner of this computer, and cannot be made in someone else's name without their key.</source>
            <translation>批准记录的是你向本程序表明的身份。批准会检查有无损坏，但不能防范这台电脑的主人；没有他人的密钥，就不能以他人名义作出批准。</translation>
        </message>
        <message>
            <source>Approvals record who this program was told you are. They are checked for damage. They are not proof against the owner of this computer.</source>
            <translation>批准记录的是你向本程序表明的身份。批准会检查有无损坏，但不能防范这台电脑的主人。</translation>
        </message>
        <message>
            <source>Article {key}: an approval does not agree with the account of events.</source>
            <translation>稿件 {key}：某次批准与事件账不一致。</translation>
        </message>
        <message>
            <source>Article {key}: the account tells of a decision that is not there any more.</source>
            <translation>稿件 {key}：事件账中记载的某项决定已不存在。</translation>
        </message>
        <message>
            <source>Article {key}: the signature of an approval is missing.</source>
            <translation>稿件 {key}：某次批准缺少签名。</translation>
        </message>
        <message>
            <source>Article {key}: the signature of an approval is not that of the person it names.</source>
            <translation>稿件 {key}：某次批准的签名不是所列人员本人的签名。</translation>
        </message>
        <message>
            <source>Article {key}: the text kept with an approval is not the text that was approved.</source>
            <translation>稿件 {key}：随批准保存的文本不是当时批准的文本。</translation>
        </message>
        <message>
            <source>Article {key}: what was published does not agree with the account of events.</source>
            <translation>稿件 {key}：发布记录与事件账不一致。</translation>
        </message>
        <message>
            <source>Article {key}: {noun} were changed outside this program.</source>
            <translation>稿件 {key}：{noun}在本程序之外被改动。</translation>
        </message>
        <message>
            <source>Nobody signs in the name of somebody else.</source>
            <translation>任何人不得以他人名义签名。</translation>
        </message>
        <message>
            <source>Nobody signs with a key of somebody else, or with one that was revoked.</source>
            <translation>不得用他人的密钥或已吊销的密钥签名。</translation>
        </message>
        <message>
            <source>Nothing has happened in this library yet; there is nothing to seal.</source>
            <translation>此稿库尚无任何事件，没有可封存的内容。</translation>
        </message>
        <message>
            <source>Say who is working first.</source>
            <translation>请先说明是谁在工作。</translation>
        </message>
        <message>
            <source>Say why the changes are taken for good; the reason is kept.</source>
            <translation>请说明为何认可这些改动；理由会保留。</translation>
        </message>
        <message>
            <source>Say why the key is revoked; the reason is kept.</source>
            <translation>请说明为何吊销密钥；理由会保留。</translation>
        </message>
        <message>
            <source>The account of events has {count} entries and had {sealed} at {at}: its end was cut off, or an older file was put back.</source>
            <translation>事件账现有 {count} 条，而 {at} 时有 {sealed} 条：末尾被截去，或被换回了旧文件。</translation>
        </message>
        <message>
            <source>The account of events is not the one that was sealed at {at}: it was written anew.</source>
            <translation>事件账与 {at} 封存时不同：它被重新写过。</translation>
        </message>
        <message>
            <source>The approval of {person} is not signed, though they have a key.</source>
            <translation>{person}有签名密钥，但其批准没有签名。</translation>
        </message>
        <message>
            <source>The key {mark} is revoked already.</source>
            <translation>密钥 {mark} 已经吊销。</translation>
        </message>
        <message>
            <source>The library cannot be read to its end: {reason}.</source>
            <translation>稿库无法读到末尾：{reason}。</translation>
        </message>
        <message>
            <source>The library is not what it was when it was sealed at {at}.</source>
            <translation>稿库与 {at} 封存时不同。</translation>
        </message>
        <message>
            <source>The library is older than when it was sealed at {at}: it was put back.</source>
            <translation>稿库比 {at} 封存时更旧：它被换回了旧文件。</translation>
        </message>
        <message>
            <source>The signature is not made with a key of {person}.</source>
            <translation>签名所用的密钥不属于{person}。</translation>
        </message>
        <message>
            <source>The signature of {person} does not belong to this text.</source>
            <translation>{person}的签名不属于这份文本。</translation>
        </message>
        <message>
            <source>The signing key of {name} is not the one it was when the library was sealed.</source>
            <translation>{name}的签名密钥与稿库封存时不同。</translation>
        </message>
        <message>
            <source>There is no key {mark}. “workbench people key list” shows them.</source>
            <translation>没有密钥 {mark}。用“workbench people key list”查看全部密钥。</translation>
        </message>
        <message>
            <source>This computer has no keyring. Give a passphrase: the key is then kept in a file that it protects.</source>
            <translation>这台电脑没有密钥环。请设置口令：密钥将保存在由口令保护的文件中。</translation>
        </message>
        <message>
            <source>This is not the passphrase of {path}.</source>
            <translation>这不是 {path} 的口令。</translation>
        </message>
        <message>
            <source>This is the seal of another library, or the account of this one was written anew.</source>
            <translation>这是另一个稿库的封存记录，或者本稿库的事件账被重新写过。</translation>
        </message>
        <message>
            <source>Whoever has a signing key signs with it.</source>
            <translation>有签名密钥的人必须用它签名。</translation>
        </message>
        <message>
            <source>You have no signing key in this library. Make one: “workbench people key make”.</source>
            <translation>你在此稿库中没有签名密钥。请创建：“workbench people key make”。</translation>
        </message>
        <message>
            <source>Your approvals are signed, and your key {fingerprint} is not on this computer. Bring it here, or make a new one: Settings, Review.</source>
            <translation>你的批准需要签名，而你的密钥 {fingerprint} 不在这台电脑上。请把它带来，或新建一个：“设置”中的“审校”。</translation>
        </message>
        <message>
            <source>Your signing key is locked. Unlock it with its passphrase: Settings, Review.</source>
            <translation>你的签名密钥已锁定。请用口令解锁：“设置”中的“审校”。</translation>
        </message>
        <message>
            <source>Your signing key was revoked just now. Try again.</source>
            <translation>你的签名密钥刚刚被吊销。请重试。</translation>
        </message>
        <message>
            <source>accepted findings</source>
            <translation>接受说明</translation>
        </message>
        <message>
            <source>approvals</source>
            <translation>批准记录</translation>
        </message>
        <message>
            <source>article details</source>
            <translation>稿件信息</translation>
        </message>
        <message>
            <source>began to sign approvals with the key {key}</source>
            <translation>开始用密钥 {key} 为批准签名</translation>
        </message>
        <message>
            <source>comments</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>credits</source>
            <translation>署名</translation>
        </message>
        <message>
            <source>events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>let {name} sign in as {account}</source>
            <translation>允许{name}以账号 {account} 登录</translation>
        </message>
        <message>
            <source>lines of the account of work</source>
            <translation>工作量账目</translation>
        </message>
        <message>
            <source>links between source and translation</source>
            <translation>原文与译文的对应关系</translation>
        </message>
        <message>
            <source>page details or the stage</source>
            <translation>页面信息或阶段</translation>
        </message>
        <message>
            <source>people</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>publications</source>
            <translation>发布记录</translation>
        </message>
        <message>
            <source>put a copy in the place of the library</source>
            <translation>用备份替换了稿库</translation>
        </message>
        <message>
            <source>replaced by a new key</source>
            <translation>已由新密钥取代</translation>
        </message>
        <message>
            <source>revoked the key {key} of {name}: {reason}</source>
            <translation>吊销了{name}的密钥 {key}：{reason}</translation>
        </message>
        <message>
            <source>roles of people</source>
            <translation>人员角色</translation>
        </message>
        <message>
            <source>rows of {table}</source>
            <translation>表 {table} 的行</translation>
        </message>
        <message>
            <source>saved versions</source>
            <translation>修订</translation>
        </message>
        <message>
            <source>seals</source>
            <translation>封存值</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>signing keys</source>
            <translation>签名密钥</translation>
        </message>
        <message>
            <source>source segments</source>
            <translation>原文句段</translation>
        </message>
        <message>
            <source>this computer’s keyring</source>
            <translation>这台电脑的密钥环</translation>
        </message>
        <message>
            <source>took changes made outside this program for good: {reason}</source>
            <translation>认可了在本程序之外所作的改动：{reason}</translation>
        </message>
        <message>
            <source>translated segments</source>
            <translation>译文句段</translation>
        </message>
        <message>
            <source>{noun} were changed outside this program (number {owner}).</source>
            <translation>{noun}在本程序之外被改动（编号 {owner}）。</translation>
        </message>
        <message>
            <source>{path} holds another key than {mark}, which you sign with here.</source>
            <translation>{path} 中的密钥不是你在此签名所用的 {mark}。</translation>
        </message>
        <message>
            <source>{path} is no seal of a library.</source>
            <translation>{path} 不是稿库的封存记录。</translation>
        </message>
        <message>
            <source>{path} is no signing key.</source>
            <translation>{path} 不是签名密钥。</translation>
        </message>
        <message>
            <source>{path} is not what the library has published.</source>
            <translation>{path} 不是稿库发布的内容。</translation>
        </message>
        <message>
            <source>Every photo has a caption</source>
            <translation>每张图片都有说明</translation>
        </message>
        <message>
            <source>Every photo has an alternative text of its own</source>
            <translation>每张图片都有自己的替代文字</translation>
        </message>
        <message>
            <source>Preview was read</source>
            <translation>预览已通读</translation>
        </message>
        <message>
            <source>Report of findings is filed</source>
            <translation>检查报告已归档</translation>
        </message>
        <message>
            <source>Source address opens and is the right article</source>
            <translation>来源网址可以打开，且是这篇稿件</translation>
        </message>
        <message>
            <source>The caption stands in for the alternative text of photo {numbers}.</source>
            <translation>第 {numbers} 张图片以图片说明代替替代文字。</translation>
        </message>
        <message>
            <source>The captions stand in for the alternative texts of photos {numbers}.</source>
            <translation>第 {numbers} 张图片以图片说明代替替代文字。</translation>
        </message>
        <message>
            <source>There is no address of the source yet. Fill it in first.</source>
            <translation>还没有来源网址，请先填写。</translation>
        </message>
        <message>
            <source>caption of a photo</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>filed the report of findings</source>
            <translation>归档了检查报告</translation>
        </message>
        <message>
            <source>not done for what stands now</source>
            <translation>对现有内容尚未进行</translation>
        </message>
        <message>
            <source>opened the address of the source ({about})</source>
            <translation>打开了来源网址（{about}）</translation>
        </message>
        <message>
            <source>read the preview of the page</source>
            <translation>通读了页面预览</translation>
        </message>
        <message>
            <source>{address} opens, and its headline is another: “{found}”.</source>
            <translation>{address} 可以打开，但标题是另一个：“{found}”。</translation>
        </message>
        <message>
            <source>{fault} ({person}, {at})</source>
            <translation>{fault}（{person}，{at}）</translation>
        </message>
        <message>
            <source>{person}, {at}</source>
            <translation>{person}，{at}</translation>
        </message>
        <message>
            <source>{value} is no web address. It has to begin with https:// or http://.</source>
            <translation>“{value}”不是网址，须以 https:// 或 http:// 开头。</translation>
        </message>
        <message>
            <source>search index</source>
            <translation>搜索索引</translation>
        </message>
        <message>
            <source>Article {article} renders the same Chinese as “{text}”.</source>
            <translation>文章 {article} 把同一句中文译为“{text}”。</translation>
        </message>
        <message>
            <source>The list of the draft has {name}, that of the source has not.</source>
            <translation>译文名单中有 {name}，原文名单中没有。</translation>
        </message>
        <message>
            <source>The memory renders the same Chinese as “{text}”.</source>
            <translation>翻译记忆中同一句中文译为“{text}”。</translation>
        </message>
        <message>
            <source>Write it as before</source>
            <translation>沿用先前的译法</translation>
        </message>
        <message>
            <source>no time of day</source>
            <translation>没有这样的时刻</translation>
        </message>
        <message>
            <source>the surname cut in two</source>
            <translation>复姓被拆开</translation>
        </message>
        <message>
            <source>{chinese} is the {right}; the draft has “{english}”.</source>
            <translation>{chinese}应为 {right}，译文写作“{english}”。</translation>
        </message>
        <message>
            <source>{here} is written {there} in row {number}.</source>
            <translation>{here} 在第 {number} 行写作 {there}。</translation>
        </message>
        <message>
            <source>{missing} of {count} values of the source have no counterpart: a sentence may be missing.</source>
            <translation>原文 {count} 个数值中有 {missing} 个在译文中没有对应：可能漏译了句子。</translation>
        </message>
        <message>
            <source>{name} is {form} here; earlier articles have {usual} ({count}).</source>
            <translation>此处{name}写作 {form}，先前文章中为 {usual}（{count} 处）。</translation>
        </message>
        <message>
            <source>{path} holds other rows in table {table} than were written.</source>
            <translation>{path} 的表 {table} 中有些行与写入时不同。</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Yuan for one unit, and the day: USD 7.10, EUR 7.70 (2026-11-01). Amounts in brackets are checked by them.</source>
            <translation>一个外币单位折合的人民币元数及日期，如 USD 7.10, EUR 7.70 (2026-11-01)；括号中的折算金额按此核对。</translation>
        </message>
        <message>
            <source>{amount} is about {right} at the house's rate {day}; the draft has {other}.</source>
            <translation>按本社汇率{day}，{amount} 约合 {right}；译文为 {other}。</translation>
        </message>
        <message>
            <source>There is no photo {number}; the article has {count}.</source>
            <translation>没有第 {number} 张图片，稿件共有 {count} 张。</translation>
        </message>
        <message>
            <source>This text stands in {count} rows (“{text}”). Change it in the Editor.</source>
            <translation>这段文字分在 {count} 行中（“{text}”），请在编辑器中修改。</translation>
        </message>
        <message>
            <source>it is not in the source</source>
            <translation>原文没有</translation>
        </message>
        <message>
            <source>{what} would take much away: of {total} segments {removed} with their translations, the text of {emptied} and the approval of {unapproved}. Nothing was changed.</source>
            <translation>{what}会造成大量丢失：全部 {total} 个句段中，{removed} 个将连同译文一起移除，{emptied} 个的译文将被清空，{unapproved} 个将失去批准。目前未作任何改动。</translation>
        </message>
        <message>
            <source>{path} would change {count} of {total} segments. Nothing was changed.</source>
            <translation>{path}会改动 {total} 个句段中的 {count} 个。目前未作任何改动。</translation>
        </message>
        <message>
            <source>no ordinal</source>
            <translation>不是正确的序数词写法</translation>
        </message>
        <message>
            <source>the degrees below zero became degrees above it</source>
            <translation>零下的温度写成了零上</translation>
        </message>
        <message>
            <source>{date} is a {right}; the source says {chinese}: ask.</source>
            <translation>{date}是{right}，原文写的是{chinese}：请向作者核实。</translation>
        </message>
        <message>
            <source>Captions</source>
            <translation>图片说明</translation>
        </message>
        <message>
            <source>Consistency</source>
            <translation>前后一致</translation>
        </message>
        <message>
            <source>Dates and times</source>
            <translation>日期与时间</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Nothing is lost or added</source>
            <translation>无漏译、无增译</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Quotations</source>
            <translation>引语</translation>
        </message>
        <message>
            <source>Set phrases and terms</source>
            <translation>固定表述与术语</translation>
        </message>
        <message>
            <source>Spelling and punctuation</source>
            <translation>拼写与标点</translation>
        </message>
        <message>
            <source>Titles</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>{count} accepted with a reason</source>
            <translation>{count} 项已说明理由接受</translation>
        </message>
        <message>
            <source>{count} finding is undecided: segment {shown}</source>
            <translation>{count} 项检查结果待处理：句段 {shown}</translation>
        </message>
        <message>
            <source>{count} findings are undecided: segments {shown}</source>
            <translation>{count} 项检查结果待处理：句段 {shown}</translation>
        </message>
        <message>
            <source>“{text}” names two currencies.</source>
            <translation>“{text}”同时写了两种货币。</translation>
        </message>
        <message>
            <source>The name {name} is too long: the files beside a library have longer ones. Choose a shorter name.</source>
            <translation>文件名 {name} 过长：稿库旁的附属文件名称还会更长。请换一个较短的名称。</translation>
        </message>
        <message>
            <source>{name} lies in a folder of {where}. What synchronises it copies the file while it is written to and puts back older ones, which can damage it or lose work. Keep the library in a folder of this computer, and copies of it there.</source>
            <translation>{name} 位于 {where} 的文件夹中。同步程序会在写入时复制文件，并可能放回旧版本，从而损坏稿库或丢失工作成果。请把稿库放在本机的普通文件夹里，云端只存放副本。</translation>
        </message>
        <message>
            <source>{name} lies on a drive with a simple file system ({where}), as USB sticks have. Pulled out too early it can lose files. Keep the library on the computer's own disk and take copies with you.</source>
            <translation>{name} 位于采用简单文件系统（{where}）的盘上，U 盘多属此类。过早拔出可能丢失文件。请把稿库放在电脑自己的硬盘上，随身携带副本。</translation>
        </message>
        <message>
            <source>{name} lies on a network drive ({where}). Such drives do not keep order between computers: only one program can have it open, and a lost connection may cost the last seconds. For an office, put the library on a PostgreSQL server.</source>
            <translation>{name} 位于网络驱动器（{where}）上。这类驱动器无法保证多台电脑之间的写入次序：同一时间只能由一个程序打开，连接中断时可能丢失最后几秒的内容。多人办公请把稿库放在 PostgreSQL 服务器上。</translation>
        </message>
        <message>
            <source>{name} lies on a network drive and is open in another program: {holder}. Only one can have it open there.</source>
            <translation>{name} 位于网络驱动器上，已被另一程序打开：{holder}。在该处同一时间只能由一个程序打开。</translation>
        </message>
        <message>
            <source>{path} is one file with another name as well (a hard link). Opened by both names it would be damaged. Remove one of the names, or copy the file, then open it.</source>
            <translation>{path} 还有另一个名称指向同一文件（硬链接）。若以两个名称同时打开，稿库会损坏。请删去其中一个名称，或复制该文件后再打开。</translation>
        </message>
        <message>
            <source>a reviewer</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>a translator</source>
            <translation>译者</translation>
        </message>
        <message>
            <source>an admin</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>an editor</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>wrote {count} file beside the page</source>
            <translation>在页面旁写出 {count} 个文件</translation>
        </message>
        <message>
            <source>wrote {count} files beside the page</source>
            <translation>在页面旁写出 {count} 个文件</translation>
        </message>
        <message>
            <source>There is an embargo until {local:%Y-%m-%d %H:%M} ({zone}).</source>
            <translation>发布禁令到 {local:%Y-%m-%d %H:%M}（{zone}）才解除。</translation>
        </message>
        <message>
            <source>{name} may not {act} this edition while it is {stage}: that takes {roles}.</source>
            <translation>此版本为“{stage}”时，{name} 无权{act}：须由{roles}操作。</translation>
        </message>
        <message>
            <source>No approval of this version is kept. Reopen the review and have it approved.</source>
            <translation>没有本版本的批准记录。请重新打开审校并送批。</translation>
        </message>
        <message>
            <source>The step “{step}” is completed by a reviewer who is also {role}.</source>
            <translation>“{step}”须由同时具有{role}角色的审校完成。</translation>
        </message>
        <message>
            <source>Names of the steps in order, separated by semicolons, such as 一审;二审;三审. With “=editor” behind a name its approver has to be an editor as well.</source>
            <translation>按顺序写出各审次名称，用分号隔开，如 一审;二审;三审。名称后加“=editor”，该审次的审校还须具有编辑角色。</translation>
        </message>
        <message>
            <source>{name} takes more memory to read than an article needs and was given up. Save it as plain text or DOCX and import that.</source>
            <translation>读取 {name} 所需内存远超一篇稿件的正常用量，已放弃。请另存为纯文本或 DOCX 后再导入。</translation>
        </message>
        <message>
            <source>{name} took longer than {seconds} s to read and was given up. Save it as plain text or DOCX and import that.</source>
            <translation>读取 {name} 超过 {seconds} 秒，已放弃。请另存为纯文本或 DOCX 后再导入。</translation>
        </message>
        <message>
            <source>the source changed (segments: {changed} changed, {added} new, {removed} gone, {kept} kept)</source>
            <translation>原文有变动（句段：{changed} 处修改、{added} 处新增、{removed} 处删除，{kept} 处保留）</translation>
        </message>
        <message>
            <source>A sentence of this paragraph has {count:,} characters and would be slow to edit in one segment. It can be cut at commas and spaces; the paragraph stays whole. Nothing was changed.</source>
            <translation>本段有一句长达 {count:,} 个字符，作为一个句段编辑会很慢。可在逗号和空格处切分，段落仍保持完整。未作任何更改。</translation>
        </message>
        <message>
            <source>12 firms, but three firms</source>
            <translation>12 firms，但 three firms</translation>
        </message>
        <message>
            <source>12 firms, but three firms.</source>
            <translation>12 firms，但 three firms。</translation>
        </message>
        <message>
            <source>3.48亿 is 348 million, not about 350 million; headlines may round.</source>
            <translation>3.48亿写作 348 million，不写 about 350 million；标题可以取整。</translation>
        </message>
        <message>
            <source>5 percent, 2 million, 3 kilometers</source>
            <translation>5 percent、2 million、3 kilometers</translation>
        </message>
        <message>
            <source>5 percent, 2 million, 3 kilometers.</source>
            <translation>5 percent、2 million、3 kilometers。</translation>
        </message>
        <message>
            <source>6 million to 18 million</source>
            <translation>如 6 million to 18 million</translation>
        </message>
        <message>
            <source>6 million to 18 million.</source>
            <translation>如 6 million to 18 million。</translation>
        </message>
        <message>
            <source>A headline stands in the present tense: {word}.</source>
            <translation>标题用现在时：{word}。</translation>
        </message>
        <message>
            <source>Both ends of a range in full</source>
            <translation>数值范围两端写全</translation>
        </message>
        <message>
            <source>Both ends of a range stand in full: {full}.</source>
            <translation>数值范围两端都要写全：{full}。</translation>
        </message>
        <message>
            <source>Commas and stops inside quotation marks</source>
            <translation>逗号、句号置于引号之内</translation>
        </message>
        <message>
            <source>Commas and stops stand inside the quotation marks.</source>
            <translation>逗号和句号应放在引号之内。</translation>
        </message>
        <message>
            <source>Dateline of the lead</source>
            <translation>导语电头</translation>
        </message>
        <message>
            <source>Figures from ten</source>
            <translation>十以上用数字</translation>
        </message>
        <message>
            <source>Figures with units</source>
            <translation>带单位时用数字</translation>
        </message>
        <message>
            <source>Headlines in the present tense</source>
            <translation>标题用现在时</translation>
        </message>
        <message>
            <source>Keep the precision of the source</source>
            <translation>保持原文的精确度</translation>
        </message>
        <message>
            <source>No chains of “should”</source>
            <translation>避免连用 “should”</translation>
        </message>
        <message>
            <source>No comma in Chinese names</source>
            <translation>中文姓名中不加逗号</translation>
        </message>
        <message>
            <source>No comma stands in a Chinese name: {right}.</source>
            <translation>中文姓名中不加逗号：{right}。</translation>
        </message>
        <message>
            <source>Order of dates</source>
            <translation>日期顺序</translation>
        </message>
        <message>
            <source>Party post before government post</source>
            <translation>党内职务在前、行政职务在后</translation>
        </message>
        <message>
            <source>Percentage points are spelled out.</source>
            <translation>百分点应写全称 percentage points。</translation>
        </message>
        <message>
            <source>Percentage points spelled out</source>
            <translation>百分点写全称</translation>
        </message>
        <message>
            <source>The English quotes; the Chinese only reports what was said.</source>
            <translation>英文用了直接引语，而中文只是转述。</translation>
        </message>
        <message>
            <source>The Party post stands before the government post.</source>
            <translation>党内职务应写在行政职务之前。</translation>
        </message>
        <message>
            <source>The house writes {figure} here.</source>
            <translation>按本社体例，此处写作 {figure}。</translation>
        </message>
        <message>
            <source>The lead has no dateline (“CHANGSHA, April 2 --”).</source>
            <translation>导语缺少电头（“CHANGSHA, April 2 --”）。</translation>
        </message>
        <message>
            <source>The pages of the house have no dateline; the date stands under the headline.</source>
            <translation>本社页面不用电头，日期写在标题下方。</translation>
        </message>
        <message>
            <source>The source is exact ({chinese}); the draft rounds it to {english}.</source>
            <translation>原文是精确数（{chinese}），译文取整为 {english}。</translation>
        </message>
        <message>
            <source>wire: CHANGSHA, April 2 --</source>
            <translation>通讯社式：CHANGSHA, April 2 --</translation>
        </message>
        <message>
            <source>“Should” stands here {count} times: try “called for” or “efforts to”.</source>
            <translation>此处 “should” 出现 {count} 次，可改用 “called for” 或 “efforts to”。</translation>
        </message>
        <message>
            <source>{name} takes more time or memory to read than an edition needs and was given up. Send the edition out again, or ask for the file once more.</source>
            <translation>读取 {name} 所需的时间或内存超出语种版本应有的范围，已放弃。请重新发出该版本，或请对方再发一次文件。</translation>
        </message>
        <message>
            <source>The Chinese says {zh}; the English says “{en}”.</source>
            <translation>中文是“{zh}”，英文写的是“{en}”。</translation>
        </message>
        <message>
            <source>{count} change at the end of the log of {path} can no longer be read. It was being written when the computer stopped, or the log was damaged since. Look at what was done last.</source>
            <translation>{path} 的日志末尾有 {count} 处改动已无法读取：可能是电脑停机时正在写入，也可能是日志后来损坏。请核对最后所做的工作。</translation>
        </message>
        <message>
            <source>{count} changes at the end of the log of {path} can no longer be read. The log was damaged. Look at what was done last.</source>
            <translation>{path} 的日志末尾有 {count} 处改动已无法读取，日志已损坏。请核对最后所做的工作。</translation>
        </message>
        <message>
            <source>There is no good place to cut this row. Split it yourself where you want it.</source>
            <translation>此行没有合适的拆分位置。请在需要的地方自行拆分。</translation>
        </message>
        <message>
            <source>The checks take minutes to go through {count} segment, and have not done so since it changed.</source>
            <translation>检查 {count} 个句段需要几分钟；文本改动后尚未检查。</translation>
        </message>
        <message>
            <source>The checks take minutes to go through {count} segments, and have not done so since they changed.</source>
            <translation>检查 {count} 个句段需要几分钟；文本改动后尚未检查。</translation>
        </message>
        <message>
            <source>The text changed while the checks went through it. Try again.</source>
            <translation>检查期间文本有改动，请重试。</translation>
        </message>
        <message>
            <source>The server of the library has not answered for a while. What you type is kept here and saved as soon as it does.</source>
            <translation>稿库所在的服务器已有一段时间没有响应。您输入的内容会保留在本机，服务器恢复后立即保存。</translation>
        </message>
        <message>
            <source>The server of {name} does not let the account {account} into this library. Ask whoever runs it to let you in; what you have typed is kept on this computer.</source>
            <translation>{name} 所在的服务器不允许账号 {account} 进入此稿库。请联系服务器管理员开通；您已输入的内容保存在本机。</translation>
        </message>
        <message>
            <source>Entry {entry_id} is retired. Take it into use again first.</source>
            <translation>条目 {entry_id} 已停用，请先重新启用。</translation>
        </message>
        <message>
            <source>The term base has no term {concept_id}. Look again: somebody may have removed it.</source>
            <translation>术语库中没有编号为 {concept_id} 的术语，可能已被他人删除，请重新查看。</translation>
        </message>
        <message>
            <source>In the source it is “{source}”; the draft has “{target}” next to {item}.</source>
            <translation>原文为“{source}”，译文在 {item} 旁却写“{target}”。</translation>
        </message>
        <message>
            <source>The draft has “{text}”; the Chinese names no deputy.</source>
            <translation>译文写“{text}”，原文并非副职。</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Library</source>
            <translation>稿库</translation>
        </message>
        <message>
            <source>House style</source>
            <translation>行文规范</translation>
        </message>
        <message>
            <source>Draft engines</source>
            <translation>初稿引擎</translation>
        </message>
        <message>
            <source>Translation memory</source>
            <translation>翻译记忆</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审校</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>American (center, program)</source>
            <translation>美式（center、program）</translation>
        </message>
        <message>
            <source>British (centre, programme)</source>
            <translation>英式（centre、programme）</translation>
        </message>
        <message>
            <source>Title Case in Headlines</source>
            <translation>标题实词首字母大写</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>用单词拼写</translation>
        </message>
        <message>
            <source>Curly “ ”</source>
            <translation>弯引号“ ”</translation>
        </message>
        <message>
            <source>Straight " "</source>
            <translation>直引号 " "</translation>
        </message>
        <message>
            <source>As a warning</source>
            <translation>作为警告</translation>
        </message>
        <message>
            <source>As a quiet note</source>
            <translation>仅作提示</translation>
        </message>
        <message>
            <source>As DeepL decides</source>
            <translation>由 DeepL 决定</translation>
        </message>
        <message>
            <source>More formal</source>
            <translation>更正式</translation>
        </message>
        <message>
            <source>Less formal</source>
            <translation>更随和</translation>
        </message>
        <message>
            <source>Quality where offered</source>
            <translation>优先质量（如支持）</translation>
        </message>
        <message>
            <source>Quality only</source>
            <translation>仅质量优先</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度优先</translation>
        </message>
        <message>
            <source>From anywhere</source>
            <translation>全部来源</translation>
        </message>
        <message>
            <source>Confirmed here</source>
            <translation>本稿库确认</translation>
        </message>
        <message>
            <source>Aligned</source>
            <translation>对齐所得</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>不检查</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开启</translation>
        </message>
        <message>
            <source>Without network</source>
            <translation>离线初稿</translation>
        </message>
        <message>
            <source>Model on this computer</source>
            <translation>本机模型</translation>
        </message>
        <message>
            <source>Sample article</source>
            <translation>示例稿件</translation>
        </message>
        <message>
            <source>Publishing</source>
            <translation>发布</translation>
        </message>
        <message>
            <source>Language model (server)</source>
            <translation>大语言模型（服务器）</translation>
        </message>
        <message>
            <source>None</source>
            <translation>不用电头</translation>
        </message>
    </context>
    <context>
        <name>sheets</name>
        <message>
            <source>Sign-off sheet</source>
            <translation>签发单</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Not approved yet.</source>
            <translation>尚未批准。</translation>
        </message>
        <message>
            <source>Findings and gaps accepted</source>
            <translation>已接受的检查结果与缺项</translation>
        </message>
        <message>
            <source>None.</source>
            <translation>无。</translation>
        </message>
        <message>
            <source>Where the sentences came from</source>
            <translation>句子来源</translation>
        </message>
        <message>
            <source>Who did what when</source>
            <translation>经办记录</translation>
        </message>
        <message>
            <source>%1 hours</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>Time in each stage</source>
            <translation>各阶段用时</translation>
        </message>
        <message>
            <source>Statement of work</source>
            <translation>工作量结算单</translation>
        </message>
        <message>
            <source>%1 source characters (%2 % of the article), %3 words</source>
            <translation>原文 %1 字（占全文 %2 %），译文 %3 词</translation>
        </message>
        <message>
            <source>In all: %1 articles, %2 source characters, %3 words</source>
            <translation>合计：稿件 %1 篇，原文 %2 字，译文 %3 词</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>稿件</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Digest of the text</source>
            <translation>文本摘要</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印时间</translation>
        </message>
        <message>
            <source>author</source>
            <translation>作者</translation>
        </message>
        <message>
            <source>photographer</source>
            <translation>摄影</translation>
        </message>
        <message>
            <source>%1, version %2: %3</source>
            <translation>%1，第 %2 版：%3</translation>
        </message>
        <message>
            <source>with own changes in rows %1</source>
            <translation>批准人改动了第 %1 行</translation>
        </message>
        <message>
            <source>approved by one of its own translators</source>
            <translation>由译者本人批准</translation>
        </message>
        <message>
            <source>this is the text as it stands</source>
            <translation>与现有文本一致</translation>
        </message>
        <message>
            <source>the text has changed since, or is not final</source>
            <translation>此后文本已有变化，或并非终审</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 句</translation>
        </message>
        <message>
            <source>page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>no longer holds: the text has changed</source>
            <translation>已失效：文本有变化</translation>
        </message>
        <message>
            <source>Sentences: %1</source>
            <translation>句子：%1</translation>
        </message>
        <message>
            <source>Words: %1</source>
            <translation>词数：%1</translation>
        </message>
        <message>
            <source>Engines: %1</source>
            <translation>引擎：%1</translation>
        </message>
        <message>
            <source>Confirmed by %1; read by %2</source>
            <translation>确认：%1；审读：%2</translation>
        </message>
        <message>
            <source>typed by people</source>
            <translation>人工录入</translation>
        </message>
        <message>
            <source>from a machine</source>
            <translation>机器初稿</translation>
        </message>
        <message>
            <source>from a machine, edited</source>
            <translation>机器初稿，经修改</translation>
        </message>
        <message>
            <source>from the memory</source>
            <translation>来自翻译记忆</translation>
        </message>
        <message>
            <source>from the memory, edited</source>
            <translation>来自翻译记忆，经修改</translation>
        </message>
        <message>
            <source>from a file</source>
            <translation>来自文件</translation>
        </message>
        <message>
            <source>from a file, edited</source>
            <translation>来自文件，经修改</translation>
        </message>
        <message>
            <source>left out on purpose</source>
            <translation>有意略去</translation>
        </message>
        <message>
            <source>typed by others</source>
            <translation>他人录入</translation>
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
        <message>
            <source>For you</source>
            <translation>我的任务</translation>
        </message>
        <message>
            <source>Given to you</source>
            <translation>分派给我</translation>
        </message>
        <message>
            <source>Waiting for anybody</source>
            <translation>待领取</translation>
        </message>
        <message>
            <source>Sent back to you</source>
            <translation>退回给我</translation>
        </message>
        <message>
            <source>What others did</source>
            <translation>他人动态</translation>
        </message>
        <message>
            <source>Alignment</source>
            <translation>句对齐</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>总览</translation>
        </message>
    </context>
    <context>
        <name>studies</name>
        <message>
            <source>Match analysis</source>
            <translation>匹配分析</translation>
        </message>
        <message>
            <source>101 %, in context</source>
            <translation>101 %，上下文一致</translation>
        </message>
        <message>
            <source>Repetitions</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新句</translation>
        </message>
    </context>
    <context>
        <name>terms</name>
        <message>
            <source>deprecated</source>
            <translation>不宜用</translation>
        </message>
        <message>
            <source>forbidden</source>
            <translation>禁用</translation>
        </message>
    </context>
    <context>
        <name>tour</name>
        <message>
            <source>What waits</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Queues say whose turn it is. Below them are the memory, the terms, the people and the figures.</source>
            <translation>队列显示轮到谁处理。下面是翻译记忆、术语、人员和统计。</translation>
        </message>
        <message>
            <source>Find and bring in</source>
            <translation>查找与导入</translation>
        </message>
        <message>
            <source>Search as you type, in Chinese or English. New articles come from files, pasted text or a web page; files can be dropped on the list as well.</source>
            <translation>可用中文或英文即输即搜。新稿件可来自文件、粘贴的文字或网页，也可以把文件拖到列表上。</translation>
        </message>
        <message>
            <source>The articles</source>
            <translation>稿件列表</translation>
        </message>
        <message>
            <source>Both headlines, the stage, how far it is, and who works on it. Enter opens one in the Editor.</source>
            <translation>显示中外文标题、阶段、进度和参与者。按回车在编辑中打开。</translation>
        </message>
        <message>
            <source>Source and translation</source>
            <translation>原文与译文</translation>
        </message>
        <message>
            <source>What helps</source>
            <translation>辅助</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>The stage of the article, its preview, and the way on: submit it when every row is confirmed.</source>
            <translation>稿件所处阶段、预览和下一步：所有句段确认后即可送审。</translation>
        </message>
        <message>
            <source>Nothing asks to be saved</source>
            <translation>无需保存</translation>
        </message>
        <message>
            <source>This line says “Saved” only when the library has it. At the right stands who is working.</source>
            <translation>只有稿库确已存好，这里才显示“已保存”。右侧显示当前使用者。</translation>
        </message>
        <message>
            <source>Every act has a key</source>
            <translation>一切都有快捷键</translation>
        </message>
        <message>
            <source>Any act is found by its name with %1, all keys are shown by %2, and the guide stands under Help.</source>
            <translation>用 %1 按名称查找任何操作，%2 列出所有按键，使用指南在“帮助”菜单中。</translation>
        </message>
        <message>
            <source>A sentence a row. Type, then %1 confirms it and goes to the next open one. A wavy line is a finding; %2 goes to the next.</source>
            <translation>一句一行。输入译文后按 %1 确认并转到下一个未确认句段。波浪线是检查结果，%2 转到下一处。</translation>
        </message>
        <message>
            <source>Matches, engines, the figures of the sentence in English, and terms. %1 to %2 insert what has that number.</source>
            <translation>匹配、引擎译文、本句数字的英文写法和术语。%1 至 %2 插入相应编号的内容。</translation>
        </message>
    </context>
    <context>
        <name>tracked</name>
        <message>
            <source>[deleted: %1]</source>
            <translation>［删除：%1］</translation>
        </message>
        <message>
            <source>[inserted: %1]</source>
            <translation>［插入：%1］</translation>
        </message>
        <message>
            <source>space</source>
            <translation>空格</translation>
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
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>French</source>
            <translation>法文</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>韩文</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日文</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
    </context>
</TS>
