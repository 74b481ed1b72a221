package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who create, size, move through the workflow and delete issues of one project on several nodes at once, until a
 * number of changes is made. One whose node is gone waits for it to come back.
 */
final class BusyWriters implements AutoCloseable {
    private static final int ON_EACH_NODE = 4;

    private final String project;
    private final String pointsField;
    private volatile int wanted;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<String> issues;
    private final ExecutorService writers;

    BusyWriters(String project, List<String> issues, int wanted, long seed, List<Caller> nodes) throws Exception {
        this.project = project;
        this.issues = new ArrayList<>(issues);
        this.wanted = wanted;
        pointsField = pointsField(nodes.get(0));
        writers = Executors.newFixedThreadPool(ON_EACH_NODE * nodes.size());
        for (int n = 0; n < ON_EACH_NODE * nodes.size(); n++) {
            Caller node = nodes.get(n % nodes.size());
            Random random = new Random(seed * 100 + n);
            writers.submit(() -> write(node, random));
        }
    }

    static String pointsField(Caller caller) throws Exception {
        for (JsonNode field : caller.get("/rest/api/2/field")) {
            if (field.get("name").asText().equals("Story Points")) {
                return field.get("id").asText();
            }
        }
        throw new AssertionError("no field Story Points");
    }

    int made() {
        return made.get();
    }

    /** Requests that got no answer, or that a node or a competitor refused. */
    int failed() {
        return failed.get();
    }

    void awaitMade(int number) throws InterruptedException {
        while (made.get() < number) {
            Thread.sleep(20);
        }
    }

    /** Waits for all changes; says which issues there may be. */
    List<String> finish() throws InterruptedException {
        writers.shutdown();
        assertThat(writers.awaitTermination(20, TimeUnit.MINUTES))
                .as("%d of %d changes", made.get(), wanted)
                .isTrue();
        synchronized (issues) {
            return List.copyOf(issues);
        }
    }

    /** Ends what is going on and begins nothing new; says which issues there may be. */
    List<String> stopNow() throws InterruptedException {
        wanted = 0;
        return finish();
    }

    private void write(Caller node, Random random) {
        while (made.get() < wanted && !Thread.interrupted()) {
            try {
                if (change(node, random)) {
                    made.incrementAndGet();
                } else {
                    failed.incrementAndGet();
                }
            } catch (Exception noAnswer) {
                failed.incrementAndGet();
                pause();
            }
        }
    }

    private boolean change(Caller node, Random random) throws Exception {
        int kind = random.nextInt(100);
        if (kind < 15) {
            return create(node, random);
        }
        String issue = any(random);
        String path = "/rest/api/2/issue/" + issue;
        if (kind < 18) {
            boolean done = node.send("DELETE", path, null).status() == 204;
            if (done) {
                synchronized (issues) {
                    issues.remove(issue);
                }
            }
            return done;
        }
        if (kind < 60) {
            String body = "{\"fields\":{\"" + pointsField + "\":" + (1 + random.nextInt(13)) + "}}";
            return node.send("PUT", path, body).status() == 204;
        }
        Caller.Answer ways = node.send("GET", path + "/transitions", null);
        if (ways.status() != 200 || ways.json().get("transitions").isEmpty()) {
            return false;
        }
        JsonNode all = ways.json().get("transitions");
        String way = all.get(random.nextInt(all.size())).get("id").asText();
        String body = "{\"transition\":{\"id\":\"" + way + "\"}}";
        return node.send("POST", path + "/transitions", body).status() == 204;
    }

    private boolean create(Caller node, Random random) throws Exception {
        String body = "{\"fields\":{\"project\":{\"key\":\"" + project
                + "\"},\"issuetype\":{\"name\":\"Story\"},\"summary\":\"One\",\"" + pointsField + "\":"
                + (1 + random.nextInt(13)) + "}}";
        Caller.Answer made = node.send("POST", "/rest/api/2/issue", body);
        if (made.status() == 201) {
            synchronized (issues) {
                issues.add(made.json().get("key").asText());
            }
        }
        return made.status() == 201;
    }

    private String any(Random random) {
        synchronized (issues) {
            return issues.get(random.nextInt(issues.size()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(100, 300));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }
}
