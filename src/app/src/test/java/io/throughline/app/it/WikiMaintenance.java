package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Confluence's read-only mode, and what the app answers in it. */
final class WikiMaintenance {
    private final Products products;

    WikiMaintenance(Products products) {
        this.products = products;
    }

    /** As the embedded host's own page for administrators does it. */
    void readOnly(boolean isWanted) throws Exception {
        String mode = isWanted ? "READ_ONLY" : "READ_WRITE";
        assertThat(products.confluenceAs("admin")
                        .send("POST", "/host/maintenance?mode=" + mode, null)
                        .status())
                .isEqualTo(302);
    }

    /** Whatever would change something is refused in the contract's shape and in words; Confluence refuses the page's own save too. */
    void holdsNothing(String page, String macro) throws Exception {
        Caller pmo = products.confluenceAs("pmo");
        ObjectNode body = Caller.JSON.createObjectNode();
        body.put("storage", "").put("macro", macro).put("place", 0).put("version", 1);
        for (String what : List.of("pin", "release", "freeze")) {
            refused(pmo.send("POST", Caller.STRATEGY + "/macros/" + what, body.toString()));
        }
        refused(products.confluenceAs("admin")
                .send("PUT", Caller.STRATEGY + "/macro-settings", "{\"budgetMillis\":1000}"));
        assertThat(pmo.send("PUT", "/rest/api/content/" + page, "{}").status()).isEqualTo(405);
        String origin = products.confluenceUrl().replaceAll("(https?://[^/]+).*", "$1");
        for (String form : List.of("/plugins/servlet/throughline/pulse", "/plugins/servlet/throughline/page-work")) {
            Caller.Answer answer = pmo.send("POST", form + "?page=" + page, null, "Origin", origin);
            assertThat(answer.status()).as(form).isEqualTo(405);
            assertThat(answer.body()).startsWith("Confluence is read-only right now");
        }
    }

    private static void refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(405);
        assertThat(answer.json().get("code").asText()).isEqualTo("READ_ONLY");
        assertThat(answer.json().at("/errorMessages/0").asText()).startsWith("Confluence is read-only right now");
    }
}
