package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Pages with macros through everything that can happen to pages, to what they show, and to the app. */
final class StoredPages {
    private static final String KEY = "io.throughline.strategy";

    private final Products products;
    private final WikiPages pages;

    StoredPages(Products products, WikiPages pages) {
        this.products = products;
        this.pages = pages;
    }

    /**
     * The page's storage format as REST gives it, made a page of another space under another id: what an export and import
     * of a space does to a page, since our macros keep keys of Jira and nothing of Confluence's.
     */
    String carriedIntoAnotherSpace(String page, String key) throws Exception {
        Caller.Answer space = products.confluenceAs("admin")
                .send("POST", "/rest/api/space", "{\"key\":\"" + key + "\",\"name\":\"Carried " + key + "\"}");
        assertThat(space.status()).as(space.body()).isIn(200, 201);
        return pages.make(key, "Carried", pages.storage(page));
    }

    /** By macro: every figure that a reader sees. */
    List<List<String>> figures(String user, String page) throws Exception {
        return pages.macros(user, page).stream().map(TroubledLink::figures).toList();
    }

    /** All nine of the plan for freight, with the names that the editor stores beside the keys. */
    static String ofFreight(String more) {
        return WikiPages.all(";name=Freight" + more)
                .replace("PLAN-1", "PLAN-2")
                .replace("OBJ-1", "OBJ-5")
                .replace("KPI-1", "KPI-6");
    }

    void delete(String object) throws Exception {
        Caller.Answer gone = products.jiraAs("admin")
                .send("DELETE", Caller.STRATEGY + "/" + object + "?cascade=true", null, "If-Match", "*");
        assertThat(gone.status()).as(gone.body()).isIn(200, 204);
    }

    /** In the place of each macro: what is gone, and how it was last called. */
    void eachSaysWhatIsGone(String user, String page) throws Exception {
        List<Element> macros = pages.macros(user, page);
        Map<Integer, String> keys = Map.of(4, "OBJ-5", 5, "KPI-6");
        assertThat(macros).hasSize(9);
        for (int at = 0; at < 9; at++) {
            assertThat(macros.get(at).select(".tl-notice").text())
                    .contains("There is no " + keys.getOrDefault(at, "PLAN-2"), "Freight", "It may have been deleted");
        }
    }

    void plugin(String action) throws Exception {
        Caller.Answer answer = products.confluenceAs("admin")
                .send(
                        "POST",
                        "/plugins/servlet/upm?action=" + action + "&plugin=" + KEY,
                        "",
                        "X-Atlassian-Token",
                        "no-check");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Jira reads its issues again after an upgrade: until then it says so, and pages too. */
    void awaitWork(int items) throws Exception {
        for (int n = 0; n < 300; n++) {
            if (products.jiraAs("admin")
                    .send("GET", Caller.STRATEGY + "/plans/PLAN-1/tree", null)
                    .body()
                    .contains("\"items\":" + items)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not READY after the upgrade");
    }
}
