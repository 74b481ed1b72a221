package io.throughline.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * Two plans over three projects: SECRET, which pmo may browse and exec and dev may not; CREW, which only exec may; and OPEN,
 * which everybody may. Each holds work that serves, work that serves nothing and work that is exempt. No name has a digit
 * in it, so that every digit on a page is a figure, a date or a key.
 */
final class StrategyWorld {
    /** The summaries of all that is in SECRET begin with it. */
    static final String WORD_OF_SECRET = "Mayflower";
    /** The summaries of all that is in CREW begin with it. */
    static final String WORD_OF_CREW = "Roster";

    static final String PLAN = "PLAN-1";

    /** Live issues of the plan that carry a size, counted by hand. */
    static final int ITEMS = 18;

    private static final String EPIC_LINK = "customfield_10100";
    private static final String EPIC_NAME = "customfield_10101";
    private static final String POINTS = "customfield_10102";

    private final Caller admin;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    StrategyWorld(Caller admin) {
        this.admin = admin;
    }

    void make() throws Exception {
        admin.create("/rest/api/2/project", "{'key':'OPEN','name':'Open','lead':'admin'}");
        admin.create("/rest/api/2/project", "{'key':'CREW','name':'Crew','lead':'admin'}");
        admin.send("PUT", "/rest/api/2/project/CREW/closed-to", "[\"admin\",\"exec\"]");
        strategy(
                "plans",
                "{'name':'Railway','vision':'The railway that people choose','mission':'We move people','sizeMeasure':"
                        + "'STORY_POINTS','start':'" + today.minusDays(200) + "','end':'" + today.plusDays(165) + "'}");
        strategy(
                "plans",
                "{'name':'Freight','start':'" + today.minusDays(100) + "','end':'" + today.plusDays(50) + "'}");
        strategy("themes", "{'plan':'PLAN-1','name':'Travel','owner':'exec'}");
        strategy("themes", "{'plan':'PLAN-1','name':'Money','owner':'dev'}");
        strategy("themes", "{'plan':'PLAN-2','name':'Wagons'}");
        objective("'theme':'TH-1','name':'Trains arrive when we said','perspective':'CUSTOMER','owner':'exec'");
        objective("'parent':'OBJ-1','name':'Signals that work','due':'" + today.plusDays(60) + "','weight':2");
        objective("'theme':'TH-2','name':'Every train pays','perspective':'FINANCIAL'");
        objective("'theme':'TH-2','name':'Nobody measures this','perspective':'LEARNING','owner':'dev'");
        objective("'theme':'TH-3','name':'Wagons that roll'");
        kpis();
        work("OPEN", "Plain", "OBJ-1", "OBJ-3");
        work("SECRET", WORD_OF_SECRET, "OBJ-2", "OBJ-4");
        work("CREW", WORD_OF_CREW, "OBJ-5", "OBJ-3");
        link("OBJ-2", "'JQL','ref':'project = SECRET AND summary ~ Mayflower'");
        link("OBJ-1", "'JQL','ref':'project = CREW'");
        strategy("contributions", "{'from':'OBJ-5','to':'OBJ-3','weight':1}");
        strategy("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}");
        strategy("causes", "{'cause':'OBJ-1','effect':'OBJ-3'}");
        strategy("exemptions", "{'kind':'LABEL','ref':'keep-the-lights-on','reason':'Run'}");
        strategy("exemptions", "{'kind':'PROJECT','ref':'SECRET','reason':'Run','expires':'" + today + "'}");
        change("plans/PLAN-1", "'scope':{'projects':['OPEN','SECRET','CREW']}");
        change("objectives/OBJ-3", "'name':'Every train pays its way'");
        awaitReady();
    }

    /** Over and under the line, beyond it on either side, a band, with decimals, unattested, stale, and none at all. */
    private void kpis() throws Exception {
        kpi("OBJ-1", "Punctuality", "%", "'direction':'INCREASE'", "84.25", "93", "'attestation':'OWNER'");
        actual("KPI-1", month(3), "85.25");
        actual("KPI-1", month(2), "88.9");
        actual("KPI-1", month(1), "86.5");
        kpi("OBJ-1", "Passengers", "people", "'direction':'INCREASE'", "1250500", "2000000", "'critical':true");
        actual("KPI-2", month(1), "2150000.5");
        kpi("OBJ-2", "Faults", "a week", "'direction':'DECREASE'", "12", "4", "");
        actual("KPI-3", month(1), "13.75");
        strategy(
                "kpis",
                "{'objective':'OBJ-2','name':'Voltage','direction':'MAINTAIN','frequency':'MONTHLY','unit':{'kind':"
                        + "'COUNT','symbol':'kV'},'band':{'low':94.5,'high':97,'tolerance':5},'baseline':{'value':1,'date':'"
                        + today.minusDays(200) + "'}}");
        actual("KPI-4", month(1), "92.125");
        kpi("OBJ-3", "Margin", "EUR", "'direction':'INCREASE','frequency':'WEEKLY'", "0.5", "3", "");
        actual("KPI-5", today.minusDays(60).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)), "1.005");
        kpi("OBJ-5", "Wagons used", "%", "'direction':'INCREASE'", "20", "60", "");
        actual("KPI-6", month(1), "33");
    }

    private void kpi(String objective, String name, String unit, String how, String from, String to, String more)
            throws Exception {
        String rest = more.isEmpty() ? "" : "," + more;
        strategy(
                "kpis",
                "{'objective':'" + objective + "','name':'" + name + "'," + how + ",'unit':{'kind':'COUNT','symbol':'"
                        + unit + "'},'baseline':{'value':" + from + ",'date':'" + today.minusDays(200)
                        + "'},'target':{'value':" + to + ",'date':'" + today.plusDays(165) + "'}" + rest + "}");
    }

    /** The last day of a month before this one. */
    private LocalDate month(int back) {
        return today.withDayOfMonth(1).minusMonths(back - 1L).minusDays(1);
    }

    private void actual(String kpi, LocalDate period, String value) throws Exception {
        strategy("kpis/" + kpi + "/actuals", "{'period':'" + period + "','value':" + value + "}");
    }

    /** An epic that serves, with work done, begun and open; a story that serves by itself; orphans; one that is exempt. */
    private void work(String project, String word, String byEpic, String byStory) throws Exception {
        String epic = issue(project, "Epic", word + " epic", "'" + EPIC_NAME + "':'" + word + "'");
        String below = "'" + EPIC_LINK + "':'" + epic + "','" + POINTS + "':";
        move(issue(project, "Story", word + " done", below + "5.5"), "done");
        move(issue(project, "Story", word + " begun", below + "3"), "indeterminate");
        issue(project, "Story", word + " open", below + "8");
        link(byEpic, "'ISSUE','ref':'" + epic + "'");
        String story = issue(project, "Story", word + " alone", "'" + POINTS + "':2");
        issue(project, "Sub-task", word + " below", "'parent':{'key':'" + story + "'}");
        link(byStory, "'ISSUE','ref':'" + story + "'");
        String orphan = issue(project, "Epic", word + " adrift", "'" + EPIC_NAME + "':'" + word + "s'");
        issue(project, "Story", word + " with it", "'" + EPIC_LINK + "':'" + orphan + "','" + POINTS + "':13");
        issue(project, "Bug", word + " bug", "'" + POINTS + "':1.5");
        issue(project, "Task", word + " lamp", "'labels':['keep-the-lights-on'],'" + POINTS + "':3");
    }

    private String issue(String project, String type, String summary, String fields) throws Exception {
        return admin.create(
                        "/rest/api/2/issue",
                        "{'fields':{'project':{'key':'" + project + "'},'issuetype':{'name':'" + type + "'},'summary':'"
                                + summary + "'," + fields + "}}")
                .get("key")
                .asText();
    }

    private void move(String issue, String category) throws Exception {
        String path = "/rest/api/2/issue/" + issue + "/transitions";
        for (JsonNode each : admin.get(path).get("transitions")) {
            if (each.at("/to/statusCategory/key").asText().equals(category)) {
                admin.send(
                        "POST",
                        path,
                        "{\"transition\":{\"id\":\"" + each.get("id").asText() + "\"}}");
                return;
            }
        }
        throw new AssertionError("no way to " + category);
    }

    private void objective(String body) throws Exception {
        strategy("objectives", "{" + body + "}");
    }

    private void link(String objective, String target) throws Exception {
        strategy("links", "{'objective':'" + objective + "','target':{'kind':" + target + "}}");
    }

    private void strategy(String kind, String body) throws Exception {
        admin.create(Caller.STRATEGY + "/" + kind, body);
    }

    /** Sets one field of an object. */
    void change(String object, String field) throws Exception {
        Caller.Answer was = admin.send("GET", Caller.STRATEGY + "/" + object, null);
        JsonNode set = Caller.JSON.readTree("{" + field.replace('\'', '"') + "}");
        String body = ((com.fasterxml.jackson.databind.node.ObjectNode) was.json())
                .setAll((com.fasterxml.jackson.databind.node.ObjectNode) set)
                .toString();
        Caller.Answer answer = admin.send("PUT", Caller.STRATEGY + "/" + object, body, "If-Match", was.etag());
        if (answer.status() != 200) {
            throw new AssertionError(object + ": " + answer.body());
        }
    }

    /** All issues and links are counted: what the pages and REST say does not change any more. */
    private void awaitReady() throws Exception {
        for (int n = 0; n < 300; n++) {
            JsonNode delivery =
                    admin.get(Caller.STRATEGY + "/plans/PLAN-1/tree").get("delivery");
            if (delivery.path("items").asInt() == ITEMS) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(
                admin.get(Caller.STRATEGY + "/plans/PLAN-1/tree").toString());
    }
}
