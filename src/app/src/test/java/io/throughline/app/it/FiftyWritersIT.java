package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty people edit one plan on PostgreSQL at the same time: nobody sees a 500, no update is lost, the log has no gaps.
 * For a quarter of a minute in the whole verification, for a whole one in the long one.
 */
class FiftyWritersIT {

    private static final int WRITERS = 50;
    private static final long SECONDS = Long.getLong("throughline.writers.seconds", 15);

    @TempDir
    Path folder;

    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();

    @Test
    void noUpdateIsLostAndNobodySeesAServerError() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Products products =
                        Products.jira(folder.resolve("pg"), "--db", postgres.getJdbcUrl("postgres", "postgres"))) {
            Caller pmo = products.jiraAs("pmo");
            JsonNode plan =
                    pmo.create(Caller.STRATEGY + "/plans", "{'name':'Busy','start':'2026-01-01','end':'2026-12-31'}");
            JsonNode theme = pmo.create(
                    Caller.STRATEGY + "/themes",
                    "{'plan':'" + plan.get("key").asText() + "','name':'Counter','description':'0'}");
            String themePath = Caller.STRATEGY + "/themes/" + theme.get("key").asText();

            write(products, themePath, theme.get("key").asText());

            System.out.println("50 writers, " + SECONDS + " s: " + counted + " counted, " + created
                    + " created, answers " + answers);
            assertThat(answers.keySet()).as("answers %s", answers).allMatch(status -> status < 500 || status == 503);
            assertThat(counted.get() + created.get()).isGreaterThan(100);
            assertThat(pmo.get(themePath).get("description").asText())
                    .as("every acknowledged +1 is in the counter")
                    .isEqualTo("" + counted.get());
            assertThat(pmo.get(Caller.STRATEGY + "/objectives?theme="
                                    + theme.get("key").asText())
                            .get("total")
                            .asInt())
                    .isEqualTo(created.get());
            JsonNode verification = pmo.get(Caller.STRATEGY + "/changes/verification");
            assertThat(verification.get("intact").asBoolean())
                    .as(verification.toString())
                    .isTrue();
            assertThat(verification.get("rows").asInt()).isEqualTo(2 + counted.get() + created.get());
        }
    }

    private void write(Products products, String themePath, String theme) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long end = System.currentTimeMillis() + SECONDS * 1_000;
        List<Future<?>> all = new ArrayList<>();
        for (int n = 0; n < WRITERS; n++) {
            boolean counter = n % 2 == 0;
            all.add(writers.submit(() -> {
                Caller pmo = products.jiraAs("pmo");
                while (System.currentTimeMillis() < end) {
                    if (counter) {
                        addOne(pmo, themePath);
                    } else {
                        addObjective(pmo, theme);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        writers.shutdown();
    }

    /** Read, add one, write with the version that was read; a 412 means another was quicker. */
    private void addOne(Caller pmo, String themePath) throws Exception {
        Caller.Answer read = pmo.send("GET", themePath, null);
        ObjectNode theme = (ObjectNode) read.json();
        theme.put("description", "" + (Integer.parseInt(theme.get("description").asText()) + 1));
        Caller.Answer written = pmo.send("PUT", themePath, theme.toString(), "If-Match", read.etag());
        note(written.status());
        if (written.status() == 200) {
            counted.incrementAndGet();
        }
    }

    private void addObjective(Caller pmo, String theme) throws Exception {
        Caller.Answer written = pmo.send(
                "POST", Caller.STRATEGY + "/objectives", "{\"theme\":\"" + theme + "\",\"name\":\"One of many\"}");
        note(written.status());
        if (written.status() == 201) {
            created.incrementAndGet();
        }
    }

    private void note(int status) {
        answers.computeIfAbsent(status, ignored -> new AtomicInteger()).incrementAndGet();
    }
}
