package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.rest.App.Reply;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what. The list of calls is read from the resources, so that a new call cannot be forgotten here. */
class RightsTest {
    /** What even a viewer may not read. */
    private static final List<String> ADMINISTRATORS = List.of("settings", "export");

    private final App app = App.fresh().withSample();

    private record Call(String method, String path) {}

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Object resource : app.resources) {
            String base = resource.getClass().getAnnotation(Path.class).value().substring(1);
            for (Method method : resource.getClass().getMethods()) {
                Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                        .filter(method::isAnnotationPresent)
                        .forEach(verb -> calls.add(new Call(verb.getSimpleName(), path(base, method))));
            }
        }
        assertThat(calls).hasSizeGreaterThan(35);
        return calls;
    }

    private static String path(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String key = Set.of("links", "contributions", "causes", "exemptions").contains(base)
                ? "1"
                : base.equals("plans")
                        ? "PLAN-1"
                        : base.equals("themes") ? "TH-1" : base.equals("objectives") ? "OBJ-1" : "KPI-1";
        return (below == null ? base : base + "/" + below.value())
                .replace("coverage/history", "coverage/history?plan=PLAN-1") // days are kept plan by plan
                .replace("coverage/serving", "coverage/serving?plan=PLAN-1&project=ABC")
                .replaceFirst("^parts$", "parts?part=plans/PLAN-1/map&part=kpis/KPI-1/card")
                .replace("{key}", key)
                .replace("{id}", "1")
                .replace("{issueKey}", "ABC-1")
                .replace("{period}", "2026-06-30");
    }

    private Reply send(Call call) {
        boolean writes = call.method().equals("POST") || call.method().equals("PUT");
        return app.call(call.method(), call.path(), writes ? "{}" : null, "If-Match", "\"1\"");
    }

    @Test
    void withoutAUserEveryCallIs401() {
        app.as(null);

        for (Call call : calls()) {
            Reply reply = send(call);
            assertThat(reply.status()).as(call.toString()).isEqualTo(401);
            assertThat(reply.json().get("code").textValue()).isEqualTo("NOT_LOGGED_IN");
            assertThat(reply.json().get("errorMessages")).isNotEmpty();
        }
    }

    @Test
    void withoutTheViewRightEveryCallIs403AndAnAbsentObjectIsNoDifferent() {
        app.as("outsider");

        for (Call call : calls()) {
            assertThat(send(call).status()).as(call.toString()).isEqualTo(403);
        }
        app.get("plans/PLAN-99").expect(403);
    }

    @Test
    void aViewerReadsEverythingAndChangesNothing() {
        app.post("objectives", "{'theme':'TH-1','name':'Second'}").expect(201);
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);
        app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}").expect(201);
        app.post("exemptions", "{'kind':'LABEL','ref':'run','reason':'Runs'}").expect(201);
        long version = app.store.model().version();
        app.as("dev");

        for (Call call : calls()) {
            int wanted = call.method().equals("GET") && !ADMINISTRATORS.contains(call.path()) ? 200 : 403;
            if (call.equals(new Call("PUT", "reminders"))) {
                wanted = 400; // a choice of one's own, which the empty body does not make
            }
            if (call.equals(new Call("GET", "gates/creation"))) {
                wanted = 400; // nobody said of which project and type
            }
            assertThat(send(call).status()).as(call.toString()).isEqualTo(wanted);
        }
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(403);
        assertThat(app.store.model().version()).isEqualTo(version);
    }

    @Test
    void anOwnerMayEditWhatItOwns() {
        app.as("exec");

        app.put("objectives/OBJ-1", "{'theme':'TH-1','name':'Mine','owner':'exec'}", 1)
                .expect(200);
        app.put("kpis/KPI-1", app.get("kpis/KPI-1").text().replace("\"KPI\"", "\"Mine\""), 1)
                .expect(200);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-05-31','value':1}").expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);
        app.delete("links/2", 1).expect(204);
    }

    @Test
    void anOwnerMayNeitherMoveNorDeleteNorCreate() {
        app.post("themes", "{'plan':'PLAN-1','name':'Other'}").expect(201);
        app.as("exec");

        app.put("objectives/OBJ-1", "{'theme':'TH-2','name':'Mine','owner':'exec'}", 1)
                .expect(403);
        app.post("objectives/OBJ-1/move", "{'parent':'TH-2'}").expect(403);
        app.delete("objectives/OBJ-1", 1).expect(403);
        app.post("objectives", "{'parent':'OBJ-1','name':'Below'}").expect(403);
        app.put("themes/TH-1", "{'plan':'PLAN-1','name':'Not mine'}", 1).expect(403);
    }

    @Test
    void anAdministratorMayDoEverything() {
        app.as("admin");

        app.get("settings").expect(200);
        app.put("plans/PLAN-1", "{'name':'New','start':'2026-01-01','end':'2026-12-31'}", 1)
                .expect(200);
    }

    @Test
    void nothingOfASecretProjectIsNamedToWhoMayNotBrowseIt() {
        app.as("pmo");
        app.post("plans", "{'name':'P2','start':'2026-01-01','end':'2026-12-31','scope':{'projects':['ABC','SECRET']}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'PROJECT','ref':'SECRET'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'JQL','ref':'project = SECRET'}}")
                .expect(201);
        app.post("links/bulk", "{'objective':'OBJ-1','targets':[{'kind':'JQL','ref':'project in (SECRET)'}]}")
                .expect(201);
        app.post("objectives", "{'theme':'TH-1','name':'Second','owner':'dev'}").expect(201);
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);
        app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}").expect(201);
        app.put("links/2", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'},'weight':2}", 1)
                .expect(200);
        app.as("dev");

        for (Call call : calls()) {
            if (call.method().equals("GET")) {
                assertThat(send(call).text()).as(call.toString()).doesNotContain("SECRET");
            }
        }
        for (String path :
                List.of("links/2", "links/3", "links/4", "plans/PLAN-2", "plans/PLAN-2/tree", "changes?limit=200")) {
            assertThat(app.get(path).expect(200).text()).doesNotContain("SECRET");
        }
        assertThat(app.get("links/2").json().get("target").toString())
                .isEqualTo("{\"kind\":\"ISSUE\",\"ref\":null,\"hidden\":true}");
        assertThat(app.get("work/SECRET-1/alignment").expect(404).text().replaceAll("\"ref\":\"[^\"]*\"", ""))
                .isEqualTo(app.get("work/SECRET-9/alignment")
                        .expect(404)
                        .text()
                        .replace("SECRET-9", "SECRET-1")
                        .replaceAll("\"ref\":\"[^\"]*\"", ""));
    }

    @Test
    void aReferenceToASecretReadsLikeOneToNothing() {
        app.as("pmo")
                .put("objectives/OBJ-1", "{'theme':'TH-1','name':'Mine','owner':'dev'}", 1)
                .expect(200);
        app.as("dev");

        Reply secret = app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(400);
        Reply nothing = app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-7'}}")
                .expect(400);
        assertThat(secret.json().get("errors")).isEqualTo(nothing.json().get("errors"));
    }

    @Test
    void whatAnEditorCannotSeeSurvivesItsEdit() {
        app.as("pmo")
                .put("objectives/OBJ-1", "{'theme':'TH-1','name':'Mine','owner':'dev'}", 1)
                .expect(200);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);
        app.as("dev");

        Reply seen = app.get("links/2").expect(200);
        Reply sent = app.put("links/2", seen.text().replace("\"weight\":null", "\"weight\":3"), 1)
                .expect(200);

        assertThat(sent.json().get("weight").intValue()).isEqualTo(3);
        assertThat(app.as("pmo").get("links/2").json().at("/target/ref").textValue())
                .isEqualTo("SECRET-1");
    }
}
