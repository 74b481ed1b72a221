package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orphans, coverage and exemptions: ABC-2, 4, 6, 8 and 10 are open, and SECRET-1, which dev may not browse. */
class OrphanCallsTest {
    private App app;

    @BeforeEach
    void withAPlan() {
        app = App.fresh().withSample(); // OBJ-1 is linked to ABC-1, which is done
    }

    private List<String> refs(String path) {
        List<String> refs = new ArrayList<>();
        app.get(path)
                .expect(200)
                .json()
                .get("values")
                .forEach(row -> refs.add(row.get("ref").textValue()));
        return refs;
    }

    private static String four(JsonNode part) {
        return part.get("total") + " " + part.get("aligned") + " " + part.get("orphan") + " " + part.get("exempt");
    }

    @Test
    void openIssuesWithoutAnObjectiveAreOrphans() {
        assertThat(refs("orphans?kind=ISSUE&plan=PLAN-1"))
                .containsExactly("ABC-2", "ABC-4", "ABC-6", "ABC-8", "ABC-10", "SECRET-1");
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-4'}}")
                .expect(201);
        assertThat(refs("orphans?kind=ISSUE&plan=PLAN-1&project=abc"))
                .containsExactly("ABC-2", "ABC-6", "ABC-8", "ABC-10");
        assertThat(four(app.get("coverage?plan=PLAN-1").json().get("open"))).isEqualTo("6 1 5 0");
    }

    @Test
    void sharesOfTheOpenWorkAreSaidSoThatNobodyDivides() {
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-4'}}")
                .expect(201);
        JsonNode coverage = app.get("coverage?plan=PLAN-1").json();
        assertThat(coverage.at("/open/share/aligned").doubleValue()).isEqualTo(1 / 6.0);
        assertThat(coverage.at("/open/share/orphan").doubleValue()).isEqualTo(5 / 6.0);
        assertThat(coverage.at("/open/share/exempt").doubleValue()).isZero();
        assertThat(coverage.at("/projects/0/share/aligned").doubleValue()).isEqualTo(0.2);
        JsonNode serving =
                app.get("coverage/serving?plan=PLAN-1&project=ABC").expect(200).json();
        JsonNode served = serving.at("/objectives/0");
        assertThat(served.get("share").doubleValue())
                .as("ABC-1 and ABC-4 are all that OBJ-1 has")
                .isEqualTo(1.0);
    }

    @Test
    void whatIsFoundByTextIsPartOfAKeyOrOfAnObjectsName() {
        assertThat(refs("orphans?kind=ISSUE&q=abc-1")).containsExactly("ABC-10");
        assertThat(refs("orphans?kind=PROJECT,ISSUE&q=secret")).containsExactly("SECRET", "SECRET-1");
        app.post("objectives", "{'theme':'TH-1','name':'Trains on time'}").expect(201);
        assertThat(refs("orphans?kind=UNSUPPORTED_OBJECTIVE&q=TRAIN")).containsExactly("OBJ-2");
        assertThat(refs("orphans?q=%22%20OR%20key%20is%20not%20empty")).isEmpty();
        assertThat(app.get("orphans/counts?groupBy=KIND&kind=ISSUE&q=abc-1")
                        .json()
                        .at("/groups/0/count")
                        .intValue())
                .isEqualTo(1);
        app.as("dev");
        assertThat(refs("orphans?q=secret")).isEmpty();
    }

    @Test
    void aTextToFindIsNoLongerThanASearchCanBear() {
        String most = "a ".repeat(50).strip() + "b";

        assertThat(app.get("orphans?q=" + most.replace(" ", "%20"))
                        .expect(200)
                        .json()
                        .get("total")
                        .intValue())
                .isZero();
        for (String path : List.of("orphans?q=", "orphans/counts?q=", "orphans/list.csv?q=")) {
            assertThat(app.get(path + most.replace(" ", "%20") + "c")
                            .expect(400)
                            .json()
                            .at("/errors/q")
                            .textValue())
                    .contains("100");
        }
    }

    @Test
    void byLeadTheRowsOfOneStandTogetherAndWhatIsNobodysComesLast() {
        app.work.leads.put(200L, "u-exec");
        List<String> refs = refs("orphans?kind=ISSUE,PROJECT&sort=LEAD");

        assertThat(refs).hasSize(8).startsWith("SECRET", "SECRET-1");
    }

    @Test
    void theListIsASheetInWhichNoTextIsAFormula() {
        app.post("objectives", "{'theme':'TH-1','name':'=HYPERLINK(1)'}").expect(201);

        String sheet = app.get("orphans/list.csv?plan=PLAN-1&kind=ISSUE,UNSUPPORTED_OBJECTIVE")
                .expect(200)
                .text();

        assertThat(sheet.lines()).hasSize(8);
        assertThat(sheet).contains("ABC-10").contains("'=HYPERLINK(1)").doesNotContain(",=HYPER");
        assertThat(app.as("dev").get("orphans/list.csv").text()).doesNotContain("SECRET");
    }

    @Test
    void aGapNamesItsPlanAndAnIssueItsLevel() {
        JsonNode rows = app.get("orphans?kind=UNOWNED,ISSUE&plan=PLAN-1").json().get("values");

        assertThat(rows.at("/0/level").intValue()).isZero();
        rows.forEach(row -> assertThat(row.path("plan").asText(""))
                .isEqualTo(row.get("kind").asText().equals("ISSUE") ? "" : "PLAN-1"));
    }

    @Test
    void aBatchSaysHowMuchItHoldsAndCountsNothingTwice() {
        String both = "{'objective':'OBJ-1','targets':[{'kind':'PROJECT','ref':'ABC'},{'kind':'ISSUE','ref':'ABC-2'}]}";

        assertThat(app.post("links/bulk?dryRun=true", both)
                        .expect(200)
                        .json()
                        .get("openSize")
                        .intValue())
                .as("ABC-2 is one of the five open ones of ABC")
                .isEqualTo(5);
        String exempt = both.replace("'objective':'OBJ-1'", "'reason':'Run'");
        assertThat(app.post("exemptions/bulk?dryRun=true", exempt)
                        .expect(200)
                        .json()
                        .get("openSize")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void aBatchHoldsWhatItsQueriesFindToo() {
        String query = "{'objective':'OBJ-1','targets':[{'kind':'JQL','ref':'project = ABC'}]}";

        assertThat(app.post("links/bulk?dryRun=true", query)
                        .expect(200)
                        .json()
                        .get("openSize")
                        .intValue())
                .as("of ABC-1, 2 and 3, which it finds, ABC-2 is open")
                .isEqualTo(1);
    }

    @Test
    void withoutOpenWorkThereAreNoShares() {
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','scope':{'projects':['ABC']}}")
                .expect(201);

        JsonNode open = app.get("coverage/serving?plan=PLAN-2&project=SECRET")
                .expect(200)
                .json()
                .get("open");

        assertThat(open.get("total").intValue()).as("out of scope").isZero();
        assertThat(open.get("share").isNull()).isTrue();
    }

    @Test
    void aRowSaysWhatIsAtStakeAndHowOldItIs() {
        JsonNode row = app.get("orphans?kind=PROJECT&project=ABC").json().at("/values/0");

        assertThat(row.get("ref").textValue()).isEqualTo("ABC");
        assertThat(row.get("openSize").intValue()).isEqualTo(5);
        assertThat(row.get("updated").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(row.get("age").intValue()).isPositive();
    }

    @Test
    void rowsAndListsOfProjectsOmitWhatMayNotBeBrowsedAndSumsDoNot() {
        app.as("dev");

        assertThat(app.get("orphans").json().toString()).doesNotContain("SECRET");
        assertThat(app.get("orphans?kind=ISSUE").json().get("total").intValue()).isEqualTo(5);
        assertThat(app.get("orphans/counts?groupBy=PROJECT").json().toString()).doesNotContain("SECRET");
        JsonNode coverage = app.get("coverage").json();
        assertThat(coverage.toString()).doesNotContain("SECRET");
        assertThat(coverage.at("/open/total").intValue()).isEqualTo(6);
        assertThat(refs("orphans?project=SECRET")).isEmpty();
    }

    @Test
    void everyRowComesWithWhatItMightServeAndWhy() {
        app.texts
                .add(100, 1002, "Objective evidence")
                .add(100, 1004, "Mobile payslips")
                .name(100, "Objective lab");

        JsonNode rows = app.get("orphans?kind=ISSUE,PROJECT&plan=PLAN-1&project=ABC")
                .json()
                .get("values");

        assertThat(rows.findValuesAsText("ref")).startsWith("ABC", "ABC-2", "ABC-4");
        assertThat(rows.at("/0/suggestions/0/objective").textValue()).isEqualTo("OBJ-1");
        JsonNode best = rows.at("/1/suggestions/0");
        assertThat(best.get("objective").textValue()).isEqualTo("OBJ-1");
        assertThat(best.get("name").textValue()).isEqualTo("Objective");
        assertThat(best.get("score").doubleValue()).isBetween(0.0, 1.0);
        assertThat(best.get("reason").textValue()).isEqualTo("words: Objective");
        assertThat(rows.at("/2/suggestions")).as("nothing fits").isEmpty();
        assertThat(app.get("orphans?kind=ISSUE&suggestions=false")
                        .json()
                        .at("/values/0/suggestions")
                        .isNull())
                .isTrue();
    }

    @Test
    void oneIssueIsAskedAlone() {
        app.texts.add(100, 1002, "Objective evidence").add(200, 2001, "Objective secret");

        assertThat(app.get("work/ABC-2/suggestions")
                        .json()
                        .at("/suggestions/0/objective")
                        .textValue())
                .isEqualTo("OBJ-1");
        app.get("work/SECRET-1/suggestions?plan=PLAN-1").expect(200);
        app.get("work/ABC-2/suggestions?plan=PLAN-9").expect(404);
        app.as("dev").get("work/SECRET-1/suggestions").expect(404);
        app.get("work/NOPE-1/suggestions").expect(404);
    }

    @Test
    void countsHaveTheSameRowsAsTheList() {
        JsonNode groups =
                app.get("orphans/counts?kind=ISSUE,PROJECT").expect(200).json().get("groups");

        assertThat(groups.at("/0/key").textValue()).isEqualTo("ISSUE");
        assertThat(groups.at("/0/count").intValue())
                .isEqualTo(app.get("orphans?kind=ISSUE").json().get("total").intValue());
        assertThat(groups.at("/1/key").textValue()).isEqualTo("PROJECT");
    }

    @Test
    void whatTheStrategyMissesIsListedBesideTheWork() {
        app.post("objectives", "{'theme':'TH-1','name':'Bare'}").expect(201);

        assertThat(refs("orphans?kind=UNSUPPORTED_OBJECTIVE")).containsExactly("OBJ-2");
        assertThat(refs("orphans?kind=UNMEASURED_OBJECTIVE&plan=PLAN-1")).containsExactly("OBJ-2");
        app.users.deactivated.add("exec");
        assertThat(refs("orphans?kind=UNOWNED")).containsExactly("OBJ-1", "KPI-1");
    }

    @ParameterizedTest
    @CsvSource({
        "orphans?kind=EPICS, 400",
        "orphans?sort=UP, 400",
        "orphans?minAge=-1, 400",
        "orphans?limit=201, 400",
        "orphans?suggestions=1, 400",
        "orphans?plan=PLAN-9, 404",
        "coverage?plan=PLAN-9, 404",
        "orphans/counts?groupBy=X, 400"
    })
    void wrongQuestionsAreRefused(String path, int status) {
        app.get(path).expect(status);
    }

    @Test
    void whileJiraIsReadNothingPartialIsAnswered() {
        app.work.ready = false;

        app.get("orphans").expect(503);
        app.get("coverage").expect(503);
    }

    @Test
    void anExemptionMovesWorkFromOrphanToExemptAndBack() {
        JsonNode made = app.post("exemptions", "{'kind':'ISSUE','ref':'abc-2','reason':'Run','expires':'2099-01-01'}")
                .expect(201)
                .json();

        assertThat(made.get("ref").textValue()).isEqualTo("ABC-2");
        assertThat(made.get("author").textValue()).isEqualTo("pmo");
        assertThat(made.get("expired").booleanValue()).isFalse();
        assertThat(refs("orphans?kind=ISSUE&project=ABC")).doesNotContain("ABC-2");
        assertThat(four(app.get("coverage").json().get("open"))).isEqualTo("6 0 5 1");
        app.delete("exemptions/1", 1).expect(204);
        assertThat(refs("orphans?kind=ISSUE&project=ABC")).contains("ABC-2");
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUE, ABC-2, ABC-2",
        "LABEL, run, ABC-2",
        "ISSUE_TYPE, story, ABC-8",
        "PROJECT, ABC, ABC-8",
        "PROJECT, ABC, ABC"
    })
    void anExpiredExemptionLetsItsWorkComeBackAndSaysWhy(String kind, String ref, String orphan) {
        App timed = App.inTime().withSample();
        String tomorrow = timed.clock
                .instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .toString();
        timed.post(
                        "exemptions",
                        "{'kind':'" + kind + "','ref':'" + ref + "','reason':'Run','expires':'" + tomorrow + "'}")
                .expect(201);
        assertThat(row(timed, orphan)).as("still exempt").isNull();

        timed.clock.forward(Duration.ofDays(2));

        JsonNode back = row(timed, orphan).get("wasExempt");
        assertThat(back.get("exemption").intValue()).isEqualTo(1);
        assertThat(back.get("reason").textValue()).isEqualTo("Run");
        assertThat(back.get("expired").textValue()).isEqualTo(tomorrow);
        assertThat(back.at("/author/key").textValue()).isEqualTo("pmo");
        assertThat(row(timed, "SECRET-1").get("wasExempt").isNull())
                .as("another project")
                .isEqualTo(!kind.equals("ISSUE_TYPE"));
    }

    private static JsonNode row(App app, String ref) {
        for (JsonNode row :
                app.get("orphans?kind=ISSUE,PROJECT").expect(200).json().get("values")) {
            if (row.get("ref").textValue().equals(ref)) {
                return row;
            }
        }
        return null;
    }

    @Test
    void whatIsExemptByAQueryOrLabelIsKnownAtOnce() {
        app.post("exemptions", "{'kind':'LABEL','ref':'run','reason':'Run'}").expect(201);

        assertThat(four(app.get("coverage").json().get("open"))).isEqualTo("6 0 5 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'{''kind'':''ISSUE'',''ref'':''ABC-99'',''reason'':''r''}', ref",
        "'{''kind'':''PROJECT'',''ref'':''NOPE'',''reason'':''r''}', ref",
        "'{''kind'':''ISSUE_TYPE'',''ref'':''Stroy'',''reason'':''r''}', ref",
        "'{''kind'':''JQL'',''ref'':''nonsense'',''reason'':''r''}', ref",
        "'{''kind'':''ISSUE'',''ref'':''ABC-2''}', reason",
        "'{''kind'':''ISSUE'',''ref'':''ABC-2'',''reason'':''r'',''expires'':''2020-01-01''}', expires",
        "'{''kind'':''TEAM'',''ref'':''ABC-2'',''reason'':''r''}', kind"
    })
    void aWrongExemptionIsNamedByItsField(String body, String field) {
        JsonNode errors = app.post("exemptions", body).expect(400).json().get("errors");

        assertThat(errors.has(field)).as(errors.toString()).isTrue();
    }

    @Test
    void aSecondExemptionForTheSameIsRefused() {
        app.post("exemptions", "{'kind':'ISSUE','ref':'ABC-2','reason':'Run'}").expect(201);

        JsonNode refused = app.post("exemptions", "{'kind':'ISSUE','ref':'ABC-2','reason':'Again'}")
                .expect(409)
                .json();
        assertThat(refused.get("code").textValue()).isEqualTo("ALREADY_EXEMPT");
    }

    @Test
    void theDailySnapshotsTellHowCoverageWent() {
        app.dayKeeper.tick();
        JsonNode weeks = app.get("coverage/history?plan=PLAN-1&weeks=4")
                .expect(200)
                .json()
                .get("weeks");

        assertThat(weeks).hasSize(1);
        assertThat(four(weeks.get(0))).isEqualTo("6 0 6 0");
        assertThat(weeks.at("/0/orphans/ISSUE").intValue()).isEqualTo(6);
        assertThat(four(app.get("coverage/history?plan=PLAN-1&project=ABC")
                        .json()
                        .at("/weeks/0")))
                .isEqualTo("5 0 5 0");
        app.as("dev").get("coverage/history?plan=PLAN-1&project=SECRET").expect(404);
        app.get("coverage/history").expect(400);
    }

    @Test
    void onlyWhoEditsStrategyMayExempt() {
        for (String user : List.of("dev", "exec")) {
            app.as(user)
                    .post("exemptions", "{'kind':'ISSUE','ref':'ABC-2','reason':'Run'}")
                    .expect(403);
        }
        app.as("outsider").get("exemptions").expect(403);
    }

    @Test
    void whatMayNotBeBrowsedIsHiddenInListAndLog() {
        app.post("exemptions", "{'kind':'PROJECT','ref':'SECRET','reason':'Run'}")
                .expect(201);
        app.as("dev");

        JsonNode row = app.get("exemptions").json().at("/values/0");
        assertThat(row.get("hidden").booleanValue()).isTrue();
        assertThat(row.get("ref").isNull()).isTrue();
        assertThat(app.get("exemptions").text()).doesNotContain("SECRET");
        assertThat(app.get("changes?object=EXEMPTION-1").text()).doesNotContain("SECRET");
    }

    @Test
    void manyAreExemptedAtOnceAfterAPreviewAndTakenBackAtOnce() {
        String body = "{'targets':[{'kind':'ISSUE','ref':'ABC-2'},{'kind':'ISSUE','ref':'ABC-4'}],'reason':'Run'}";
        JsonNode tried =
                app.post("exemptions/bulk?dryRun=true", body).expect(200).json();
        assertThat(four(tried.at("/before/coverage"))).isEqualTo("6 0 6 0");
        assertThat(four(tried.at("/after/coverage"))).isEqualTo("6 0 4 2");
        assertThat(app.get("exemptions").json().get("total").intValue()).isZero();

        JsonNode made = app.post("exemptions/bulk", body).expect(201).json();
        assertThat(made.get("created")).hasSize(2);
        app.as("admin")
                .put("exemptions/2", "{'kind':'ISSUE','ref':'ABC-4','reason':'Audit'}", 1)
                .expect(200);

        JsonNode undone = app.as("pmo")
                .post("exemptions/undo/" + made.get("undo").intValue(), "{}")
                .expect(200)
                .json();
        assertThat(undone.get("removed").toString()).isEqualTo("[1]");
        assertThat(undone.at("/conflicts/0/exemption").intValue()).isEqualTo(2);
        assertThat(undone.at("/conflicts/0/by").textValue()).isEqualTo("admin");
        app.post("exemptions/undo/1", "{}").expect(409);
        assertThat(four(app.get("coverage").json().get("open"))).isEqualTo("6 0 5 1");
    }

    @Test
    void fiveThousandTargetsAreOneBatchAndMoreAreRefused() {
        StringBuilder many = new StringBuilder();
        for (int n = 0; n < 5_001; n++) {
            many.append(n == 0 ? "" : ",")
                    .append("{'kind':'LABEL','ref':'l")
                    .append(n)
                    .append("'}");
        }
        app.post("exemptions/bulk", "{'targets':[" + many + "],'reason':'Run'}").expect(400);
    }

    @Test
    void anExportCarriesExemptionsAndComesBackTheSame() {
        app.post("exemptions", "{'kind':'ISSUE','ref':'ABC-2','reason':'Run','expires':'2099-01-01'}")
                .expect(201);
        JsonNode document = app.as("admin").get("export").expect(200).json();

        assertThat(document.get("exemptions")).hasSize(1);
        app.store.reset();
        app.post("import?mode=CREATE", document.toString()).expect(201);
        assertThat(app.get("exemptions/1").json().get("reason").textValue()).isEqualTo("Run");
    }
}
