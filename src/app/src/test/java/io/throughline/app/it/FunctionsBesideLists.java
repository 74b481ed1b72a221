package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JQL functions held against what REST says to the same user, issue by issue and list by list, over three projects:
 * CREW, which exec may browse and pmo may not; SECRET, the other way round; and OPEN, which everybody may.
 */
final class FunctionsBesideLists {
    private static final String EPIC_LINK = "customfield_10100";
    private static final List<String> PROJECTS = List.of("CREW", "SECRET", "OPEN");

    private final Caller admin;
    private final String done;
    private String theme;
    private String drifting;
    private final List<String> aligned = new ArrayList<>();

    /** @param done id of the transition to Done */
    FunctionsBesideLists(Caller admin, String done) {
        this.admin = admin;
        this.done = done;
    }

    /** In each project an epic that serves and drifts, one that does not, an orphan story, one that is exempt, a sub-task. */
    void prepare() throws Exception {
        admin.create("/rest/api/2/project", "{'key':'CREW','name':'Crew','lead':'admin'}");
        admin.create("/rest/api/2/project", "{'key':'OPEN','name':'Open','lead':'admin'}");
        assertThat(admin.send("PUT", "/rest/api/2/project/CREW/closed-to", "[\"admin\",\"exec\"]")
                        .status())
                .isEqualTo(204);
        theme = key("themes", "{'plan':'PLAN-1','name':'Rights'}");
        drifting = key("objectives", "{'theme':'" + theme + "','name':'On course'}");
        String steady = key("objectives", "{'theme':'" + theme + "','name':'Steady'}");
        strategy("exemptions", "{'kind':'LABEL','ref':'keep-the-lights-on','reason':'Run'}");
        for (String project : PROJECTS) {
            String epic = issue(project, "Epic", "'customfield_10101':'D'");
            finish(issue(project, "Story", "'" + EPIC_LINK + "':'" + epic + "'"));
            strategy("links", "{'objective':'" + drifting + "','target':{'kind':'ISSUE','ref':'" + epic + "'}}");
            String story = issue(project, "Story", "");
            issue(project, "Sub-task", "'parent':{'key':'" + story + "'}");
            strategy("links", "{'objective':'" + steady + "','target':{'kind':'ISSUE','ref':'" + story + "'}}");
            String orphan = issue(project, "Epic", "'customfield_10101':'O'");
            issue(project, "Story", "'" + EPIC_LINK + "':'" + orphan + "'");
            issue(project, "Bug", "'labels':['a']");
            issue(project, "Task", "'labels':['keep-the-lights-on','a']");
            aligned.addAll(List.of(epic, story));
        }
        String kpi = key(
                "kpis",
                "{'objective':'" + drifting + "','name':'Band','direction':'MAINTAIN','frequency':'QUARTERLY',"
                        + "'band':{'low':1,'high':2,'tolerance':1},'baseline':{'value':1,'date':'2020-01-01'}}");
        strategy("kpis/" + kpi + "/actuals", "{'period':'" + lastQuarter() + "','value':9}");
        for (int n = 0; n < 200 && (found(admin, "driftingWork()").size() < 6 || exempt(admin) < 3); n++) {
            Thread.sleep(50);
        }
    }

    private int exempt(Caller user) throws Exception {
        return found(user, "exemptWork() AND labels = keep-the-lights-on").size();
    }

    private String key(String kind, String body) throws Exception {
        return strategy(kind, body).get("key").asText();
    }

    private JsonNode strategy(String kind, String body) throws Exception {
        return admin.create(Caller.STRATEGY + "/" + kind, body);
    }

    private String issue(String project, String type, String fields) throws Exception {
        String more = fields.isEmpty() ? "" : "," + fields;
        return admin.create(
                        "/rest/api/2/issue",
                        "{'fields':{'project':{'key':'" + project + "'},'issuetype':{'name':'" + type + "'},'summary':'"
                                + type + " of " + project + "'" + more + "}}")
                .get("key")
                .asText();
    }

    private void finish(String issue) throws Exception {
        String body = "{\"transition\":{\"id\":\"" + done + "\"},\"fields\":{\"resolution\":{\"name\":\"Done\"}}}";
        assertThat(admin.send("POST", "/rest/api/2/issue/" + issue + "/transitions", body)
                        .status())
                .isEqualTo(204);
    }

    private static String lastQuarter() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        return first.minusDays(1).toString();
    }

    /** An issue, as REST tells this user about it. */
    private record Seen(String key, String project, boolean isOpen, boolean isWork, String state, Set<String> serves) {}

    private static List<Seen> seen(Caller user) throws Exception {
        List<Seen> all = new ArrayList<>();
        for (JsonNode issue : user.search("ORDER BY key", 500).get("issues")) {
            String key = issue.get("key").asText();
            JsonNode fields = issue.get("fields");
            JsonNode alignment = user.get(Caller.STRATEGY + "/work/" + key + "/alignment");
            Set<String> serves = new HashSet<>(alignment.get("objectives").findValuesAsText("key"));
            all.add(new Seen(
                    key,
                    fields.at("/project/key").asText(),
                    !fields.at("/status/statusCategory/key").asText().equals("done"),
                    !fields.at("/issuetype/subtask").asBoolean(),
                    alignment.get("state").asText(),
                    serves));
        }
        return all;
    }

    private interface Wanted {
        boolean is(Seen issue);
    }

    void assertAgree(Caller user, String who) throws Exception {
        List<Seen> seen = seen(user);
        Map<String, Wanted> wanted = new HashMap<>();
        JsonNode tree = user.get(Caller.STRATEGY + "/plans/PLAN-1/tree");
        Set<String> all = new TreeSet<>();
        Set<String> ofTheme = new TreeSet<>();
        Set<String> drift = new TreeSet<>();
        for (JsonNode each : tree.get("themes")) {
            for (JsonNode objective : each.get("objectives")) {
                String key = objective.get("key").asText();
                all.add(key);
                if (each.get("key").asText().equals(theme)) {
                    ofTheme.add(key);
                }
                if (objective.at("/signal/kind").asText().equals("DRIFT")) {
                    drift.add(key);
                }
                wanted.put("strategyWork(" + key + ")", issue -> issue.serves().contains(key));
                assertHoldsTheWorkOf(user, key, who);
            }
        }
        assertThat(drift).as(who).contains(drifting);
        wanted.put("strategyWork(" + theme + ")", issue -> !Collections.disjoint(issue.serves(), ofTheme));
        wanted.put("strategyWork(plan-1)", issue -> !Collections.disjoint(issue.serves(), all));
        wanted.put("driftingWork()", issue -> !Collections.disjoint(issue.serves(), drift));
        Wanted orphan =
                issue -> issue.isOpen() && issue.isWork() && issue.state().equals("ORPHAN");
        wanted.put("orphanWork()", orphan);
        wanted.put(
                "orphanWork(open)", issue -> orphan.is(issue) && issue.project().equals("OPEN"));
        wanted.put(
                "exemptWork()",
                issue -> issue.isOpen() && issue.isWork() && issue.state().equals("EXEMPT"));
        for (Map.Entry<String, Wanted> each : wanted.entrySet()) {
            assertAgrees(user, each.getKey(), each.getValue(), seen, who);
        }
        assertThat(found(user, "orphanWork()"))
                .as("%s: the list of orphans", who)
                .containsAll(listedOrphans(user));
    }

    /** Alone, with another clause before and after it, turned round, and in an order. */
    private static void assertAgrees(Caller user, String function, Wanted wanted, List<Seen> seen, String who)
            throws Exception {
        Set<String> expected = keys(seen, wanted);
        String what = who + ": " + function;
        assertThat(found(user, function)).as(what).isEqualTo(expected);
        assertThat(found(user, function + " AND project = OPEN"))
                .as(what)
                .isEqualTo(
                        keys(seen, issue -> wanted.is(issue) && issue.project().equals("OPEN")));
        assertThat(keysOf(user, "project in (OPEN, GATE) AND issue not in " + function))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(keys(
                        seen,
                        issue -> !wanted.is(issue)
                                && (issue.project().equals("OPEN")
                                        || issue.project().equals("GATE"))));
        List<String> up = keysOf(user, "issue in " + function + " ORDER BY key ASC");
        List<String> down = new ArrayList<>(keysOf(user, "issue in " + function + " ORDER BY key DESC"));
        Collections.reverse(down);
        assertThat(down).as(what + ", ordered").isEqualTo(up);
        assertThat(up).as(what + ", ordered").containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Set<String> keys(List<Seen> seen, Wanted wanted) {
        Set<String> keys = new TreeSet<>();
        seen.stream().filter(wanted::is).forEach(issue -> keys.add(issue.key()));
        return keys;
    }

    /** The list behind an objective's number has what carries size: that is what the function finds, and no more of that. */
    private static void assertHoldsTheWorkOf(Caller user, String objective, String who) throws Exception {
        List<String> listed = user.get(Caller.STRATEGY + "/objectives/" + objective + "/work?limit=200")
                .get("values")
                .findValuesAsText("key");
        assertThat(found(user, "strategyWork(" + objective + ")"))
                .as("%s: work of %s", who, objective)
                .containsAll(listed);
    }

    private static Set<String> listedOrphans(Caller user) throws Exception {
        return new TreeSet<>(user.get(Caller.STRATEGY + "/orphans?limit=200&suggestions=false&kind=ISSUE,EPIC,PARTIAL")
                .get("values")
                .findValuesAsText("ref"));
    }

    /** Nothing of CREW and SECRET, whichever function is asked, also where the function names what leads there. */
    void assertHiddenFrom(Caller user) throws Exception {
        for (String function :
                List.of("strategyWork(" + drifting + ")", "driftingWork()", "orphanWork()", "exemptWork()")) {
            assertThat(found(user, function))
                    .as(function)
                    .isNotEmpty()
                    .allMatch(key -> !key.startsWith("CREW-") && !key.startsWith("SECRET-"));
        }
        assertThat(found(admin, "strategyWork(" + theme + ")")).containsAll(aligned);
    }

    private static Set<String> found(Caller user, String function) throws Exception {
        return new TreeSet<>(keysOf(user, "issue in " + function));
    }

    private static List<String> keysOf(Caller user, String jql) throws Exception {
        List<String> keys = new ArrayList<>();
        JsonNode page = user.search(jql, 500);
        page.get("issues").forEach(issue -> keys.add(issue.get("key").asText()));
        assertThat(page.get("total").asInt()).as("all on one page").isEqualTo(keys.size());
        return keys;
    }
}
