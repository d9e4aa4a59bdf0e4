<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AlignmentPage</name>
        <message numerus="yes">
            <source>%1 pairs remembered</source>
            <translation>
                <numerusform>%1 pair remembered</numerusform>
                <numerusform>%1 pairs remembered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AssetPage</name>
        <message numerus="yes">
            <source>%1 lines</source>
            <translation>
                <numerusform>%1 line</numerusform>
                <numerusform>%1 lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BatchNotice</name>
        <message numerus="yes">
            <source>%1 of %2 articles published</source>
            <translation>
                <numerusform>%1 of %2 article published</numerusform>
                <numerusform>%1 of %2 articles published</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 files written</source>
            <translation>
                <numerusform>%1 file written</numerusform>
                <numerusform>%1 files written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BatchQuestion</name>
        <message numerus="yes">
            <source>Publish %1 articles</source>
            <translation>
                <numerusform>Publish %1 article</numerusform>
                <numerusform>Publish %1 articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CandidatesQuestion</name>
        <message numerus="yes">
            <source>Add %1 terms</source>
            <translation>
                <numerusform>Add %1 term</numerusform>
                <numerusform>Add %1 terms</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecklistView</name>
        <message numerus="yes">
            <source>%1 to settle</source>
            <translation>
                <numerusform>%1 to settle</numerusform>
                <numerusform>%1 to settle</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message numerus="yes">
            <source>%1 lines did not find a row.</source>
            <translation>
                <numerusform>%1 line did not find a row.</numerusform>
                <numerusform>%1 lines did not find a row.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictBar</name>
        <message numerus="yes">
            <source>%n more row(s) wait(s) for a decision.</source>
            <translation>
                <numerusform>%n more row waits for a decision.</numerusform>
                <numerusform>%n more rows wait for a decision.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DashboardPage</name>
        <message numerus="yes">
            <source>Articles this week; %1 segments confirmed</source>
            <translation>
                <numerusform>Articles this week; %1 segment confirmed</numerusform>
                <numerusform>Articles this week; %1 segments confirmed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DraftNotice</name>
        <message numerus="yes">
            <source>%1 rows were filled</source>
            <translation>
                <numerusform>%1 row was filled</numerusform>
                <numerusform>%1 rows were filled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of them contradict their source. They are underlined in the text.</source>
            <translation>
                <numerusform>%1 of them contradicts its source. It is underlined in the text.</numerusform>
                <numerusform>%1 of them contradict their source. They are underlined in the text.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 characters were sent.</source>
            <translation>
                <numerusform>%1 character was sent.</numerusform>
                <numerusform>%1 characters were sent.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Drafts</name>
        <message numerus="yes">
            <source>A draft of %1 articles was interrupted. What was answered is not paid for again. Go on?</source>
            <translation>
                <numerusform>A draft of %1 article was interrupted. What was answered is not paid for again. Go on?</numerusform>
                <numerusform>A draft of %1 articles was interrupted. What was answered is not paid for again. Go on?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditorPlace</name>
        <message numerus="yes">
            <source>%1 words</source>
            <translation>
                <numerusform>%1 word</numerusform>
                <numerusform>%1 words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditorScreen</name>
        <message numerus="yes">
            <source>%n row(s) of another article are not saved: their text is kept. Go back there to settle it.</source>
            <translation>
                <numerusform>%n row of another article is not saved: its text is kept. Go back there to settle it.</numerusform>
                <numerusform>%n rows of another article are not saved: their text is kept. Go back there to settle it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExchangeNotice</name>
        <message numerus="yes">
            <source>%1 entries</source>
            <translation>
                <numerusform>%1 entry</numerusform>
                <numerusform>%1 entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>%1 problem</numerusform>
                <numerusform>%1 problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 were there already</source>
            <translation>
                <numerusform>%1 was there already</numerusform>
                <numerusform>%1 were there already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message numerus="yes">
            <source>Replaced in %1 rows</source>
            <translation>
                <numerusform>Replaced in %1 row</numerusform>
                <numerusform>Replaced in %1 rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 rows</source>
            <translation>
                <numerusform>%1 row</numerusform>
                <numerusform>%1 rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportResult</name>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>%1 problem</numerusform>
                <numerusform>%1 problems</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LibraryScreen</name>
        <message numerus="yes">
            <source>%1 articles</source>
            <translation>
                <numerusform>%1 article</numerusform>
                <numerusform>%1 articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MemoryPage</name>
        <message numerus="yes">
            <source>The newest %1 lines</source>
            <translation>
                <numerusform>The newest line</numerusform>
                <numerusform>The newest %1 lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message numerus="yes">
            <source>A long article: its beginning is shown here. The files, the browser and the print have all %1 segments.</source>
            <translation>
                <numerusform>A long article: its beginning is shown here. The files, the browser and the print have its %1 segment.</numerusform>
                <numerusform>A long article: its beginning is shown here. The files, the browser and the print have all %1 segments.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PublishPlace</name>
        <message numerus="yes">
            <source>%1 files written to %2</source>
            <translation>
                <numerusform>%1 file written to %2</numerusform>
                <numerusform>%1 files written to %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 files were taken down</source>
            <translation>
                <numerusform>%1 file was taken down</numerusform>
                <numerusform>%1 files were taken down</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PublishScreen</name>
        <message numerus="yes">
            <source>Export %1 files</source>
            <translation>
                <numerusform>Export %1 file</numerusform>
                <numerusform>Export %1 files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplacePreview</name>
        <message numerus="yes">
            <source>%1 rows would change</source>
            <translation>
                <numerusform>%1 row would change</numerusform>
                <numerusform>%1 rows would change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %1 articles</source>
            <translation>
                <numerusform>in %1 article</numerusform>
                <numerusform>in %1 articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replace in %1 rows</source>
            <translation>
                <numerusform>Replace in %1 row</numerusform>
                <numerusform>Replace in %1 rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplaceQuestion</name>
        <message numerus="yes">
            <source>Change %1 entries</source>
            <translation>
                <numerusform>Change %1 entry</numerusform>
                <numerusform>Change %1 entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewPlace</name>
        <message numerus="yes">
            <source>%1 words</source>
            <translation>
                <numerusform>%1 word</numerusform>
                <numerusform>%1 words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message numerus="yes">
            <source>%1 lines</source>
            <translation>
                <numerusform>%1 line</numerusform>
                <numerusform>%1 lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VersionsDialog</name>
        <message numerus="yes">
            <source>%1 of %2 rows differ</source>
            <translation>
                <numerusform>%1 of %2 row differs</numerusform>
                <numerusform>%1 of %2 rows differ</numerusform>
            </translation>
        </message>
    </context>
</TS>
