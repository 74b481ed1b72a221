package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while writers write: what was acknowledged is there, nothing is half there, the change log has no gap. */
class KilledInTheMiddleOfWritesIT {

    /** One in a verify, to keep it short; three with {@code --long}. */
    private static final int KILLS = Integer.getInteger("throughline.kills", 1);

    private static final int WRITERS = 8;

    @TempDir
    Path folder;

    @Test
    void onH2EveryAcknowledgedWriteSurvives() throws Exception {
        try (Products products = Products.jira(folder.resolve("h2"))) {
            killAndCompare(products);
        }
    }

    @Test
    void onPostgresEveryAcknowledgedWriteSurvives() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Products products =
                        Products.jira(folder.resolve("pg"), "--db", postgres.getJdbcUrl("postgres", "postgres"))) {
            killAndCompare(products);
        }
    }

    private void killAndCompare(Products products) throws Exception {
        String plan = products.jiraAs("pmo")
                .create(Caller.STRATEGY + "/plans", "{'name':'Kept','start':'2026-01-01','end':'2026-12-31'}")
                .get("key")
                .asText();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int n = 0; n < WRITERS; n++) {
                writers.submit(() -> writeUntilItFails(products, plan, acknowledged));
            }
            Thread.sleep(2_500 + 700L * kill);
            products.killHard();
            writers.shutdown();
            assertThat(writers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
            assertThat(acknowledged.size()).as("writes before kill %d", kill).isGreaterThan(before + 20);

            products.start();
            compare(products, plan, acknowledged);
        }
    }

    private static void writeUntilItFails(Products products, String plan, Queue<String> acknowledged) {
        Caller pmo = products.jiraAs("pmo");
        try {
            while (true) {
                Caller.Answer answer = pmo.send(
                        "POST", Caller.STRATEGY + "/themes", "{\"plan\":\"" + plan + "\",\"name\":\"A theme\"}");
                if (answer.status() != 201) {
                    return;
                }
                acknowledged.add(answer.json().get("key").asText());
            }
        } catch (IOException | InterruptedException killed) {
            // the product is gone: what it had not answered is not acknowledged
        }
    }

    private static void compare(Products products, String plan, Queue<String> acknowledged) throws Exception {
        Caller pmo = products.jiraAs("pmo");
        List<String> themes = all(pmo, Caller.STRATEGY + "/themes?plan=" + plan, "key");
        assertThat(themes).doesNotHaveDuplicates();
        assertThat(themes).as("acknowledged themes").containsAll(acknowledged);

        Set<String> logged = new HashSet<>(all(pmo, Caller.STRATEGY + "/changes?", "object"));
        assertThat(logged)
                .as("each theme has its row in the log, and no row is without its theme")
                .containsExactlyInAnyOrderElementsOf(with(themes, plan));
        List<String> sequence = all(pmo, Caller.STRATEGY + "/changes?", "seq");
        List<Long> numbers = sequence.stream().map(Long::valueOf).sorted().toList();
        for (int n = 0; n < numbers.size(); n++) {
            assertThat(numbers.get(n)).as("the log's sequence has no gap").isEqualTo(numbers.get(0) + n);
        }
        JsonNode verification = pmo.get(Caller.STRATEGY + "/changes/verification");
        assertThat(verification.get("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
    }

    private static Set<String> with(List<String> themes, String plan) {
        Set<String> all = new HashSet<>(themes);
        all.add(plan);
        return all;
    }

    private static List<String> all(Caller caller, String path, String field) throws Exception {
        List<String> found = new ArrayList<>();
        JsonNode page;
        do {
            String separator = path.endsWith("?") ? "" : "&";
            page = caller.get(path + separator + "limit=200&start=" + found.size());
            page.get("values").forEach(row -> found.add(row.get(field).asText()));
        } while (!page.get("isLast").asBoolean());
        return found;
    }
}
