package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira and Confluence end to end in headless Chromium: {@code frontend/e2e/thread.mjs} drives, this starts and judges. */
class BrowserIT {
    @TempDir
    Path folder;

    @Test
    void theThreadHoldsInARealBrowser() throws Exception {
        Path sample = folder.resolve("sample");
        assertThat(Programs.run(folder.resolve("sample.log"), "node", "docs/sample/company.mjs", sample.toString()))
                .isZero();
        try (Products products = Products.both(
                folder.resolve("data"),
                "--import",
                sample.resolve("company.json").toString(),
                "--seed",
                sample.resolve("seed.json").toString())) {
            products.awaitSeed();
            theSampleShowsEverySignal(products.jiraAs("exec"));
            Path log = folder.resolve("browser.log");
            int exit = Programs.run(
                    log,
                    "node",
                    "frontend/e2e/thread.mjs",
                    products.jiraUrl(),
                    products.confluenceUrl(),
                    Programs.ROOT.resolve("src/app/target/screenshots").toString());
            String said = Files.readString(log);
            System.out.println(said);
            assertThat(exit).as(said).isZero();
        }
    }

    /** What {@code ./demo} tells without a word of explanation; beside it, measures that are stale and values not attested. */
    private static void theSampleShowsEverySignal(Caller exec) throws Exception {
        List<String> signals = new ArrayList<>();
        int stale = 0;
        int unattested = 0;
        for (String plan : List.of("PLAN-1", "PLAN-2")) {
            for (JsonNode theme :
                    exec.get(Caller.STRATEGY + "/plans/" + plan + "/tree").path("themes")) {
                for (JsonNode objective : theme.path("objectives")) {
                    signals.add(objective.at("/signal/kind").asText());
                    stale += objective.at("/outcome/stale").asInt();
                    unattested += objective.at("/outcome/unattested").asInt();
                }
            }
        }
        assertThat(signals).hasSize(14).contains("REALIZING", "DRIFT", "UNEXPLAINED", "STALLED", "BLIND");
        assertThat(stale).isPositive();
        assertThat(unattested).isPositive();
        assertThat(exec.get(Caller.STRATEGY + "/kpis?limit=1").path("total").asInt())
                .isGreaterThanOrEqualTo(30);
    }
}
