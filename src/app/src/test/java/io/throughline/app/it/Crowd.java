package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many people at once, each logged in, each with a plan of their own interest, doing one thing after another with a pause in
 * between as people make. Keeps how long each took and what went wrong.
 */
final class Crowd {
    /** What somebody does, and how often of a hundred times. */
    enum Act {
        PAGE("the host's trivial page", 12),
        TREE("tree", 28),
        SCORECARD("scorecard", 15),
        ISSUE_WITH_PANEL("issue page with panel", 15),
        ISSUE_WITHOUT("issue page without", 15),
        TRANSITION("transition", 10),
        WRITE("write of a KPI's value", 5);

        final String words;
        final int often;

        Act(String words, int often) {
            this.words = words;
            this.often = often;
        }
    }

    private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(8);
    private static final int PLANS = 20;

    private final String url;
    private final int projects;
    private final int kpis;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final Map<Act, ConcurrentLinkedQueue<Long>> nanos = new EnumMap<>(Act.class);
    private final Map<Act, ConcurrentLinkedQueue<Long>> whole = new EnumMap<>(Act.class);
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    Crowd(String url, int projects, int kpis) {
        this.url = url;
        this.projects = projects;
        this.kpis = kpis;
        for (Act act : Act.values()) {
            nanos.put(act, new ConcurrentLinkedQueue<>());
            whole.put(act, new ConcurrentLinkedQueue<>());
        }
    }

    /** Lets them work, and waits until the last one has ended what they were doing. */
    void work(int users, Duration howLong) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(users);
        long until = System.nanoTime() + howLong.toNanos();
        for (int number = 1; number <= users; number++) {
            Person person = new Person(number);
            Thread thread = new Thread(
                    () -> {
                        person.work(until);
                        ended.countDown();
                    },
                    "crowd-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        assertThat(ended.await(howLong.toSeconds() + 120, TimeUnit.SECONDS))
                .as("everybody has ended")
                .isTrue();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Milliseconds below which that share of all times was. */
    double percentile(Act act, double share) {
        return percentile(nanos.get(act), share);
    }

    private static double percentile(Iterable<Long> times, double share) {
        List<Long> all = new ArrayList<>();
        times.forEach(all::add);
        all.sort(null);
        return all.isEmpty() ? Double.NaN : all.get((int) Math.min(all.size() - 1, share * all.size())) / 1e6;
    }

    /** A table in Markdown. */
    String report() {
        StringBuilder table =
                new StringBuilder("| what | requests | p50 ms | p95 ms | p99 ms |\n|---|---:|---:|---:|---:|\n");
        for (Act act : Act.values()) {
            row(table, act.words, nanos.get(act));
        }
        row(table, "tree, the whole answer (not 304)", whole.get(Act.TREE));
        row(table, "scorecard, the whole answer (not 304)", whole.get(Act.SCORECARD));
        return table.toString();
    }

    private static void row(StringBuilder table, String words, ConcurrentLinkedQueue<Long> times) {
        table.append("| %s | %d | %.0f | %.0f | %.0f |%n"
                .formatted(
                        words, times.size(), percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)));
    }

    private final class Person {
        private final Random random;
        private final String name;
        private final String plan;
        private final Map<String, String> tags = new java.util.HashMap<>();
        private final Map<String, String> cookies = new java.util.HashMap<>();

        Person(int number) {
            random = new Random(number);
            name = "crowd" + number;
            plan = "PLAN-" + (1 + number % PLANS);
        }

        void work(long until) {
            pause(0); // not all at once
            while (System.nanoTime() < until) {
                Act act = any();
                try {
                    act(act);
                } catch (IOException | RuntimeException | AssertionError failed) {
                    errors.add(act + ": " + failed);
                } catch (InterruptedException asked) {
                    return;
                }
                pause(LEAST_PAUSE.toMillis());
            }
        }

        private Act any() {
            int left = random.nextInt(100);
            for (Act act : Act.values()) {
                left -= act.often;
                if (left < 0) {
                    return act;
                }
            }
            throw new IllegalStateException("not a hundred");
        }

        private void act(Act act) throws IOException, InterruptedException {
            switch (act) {
                case PAGE -> timed(act, name, "GET", "/secure/Dashboard.jspa", null);
                case TREE -> timed(act, name, "GET", Caller.STRATEGY + "/plans/" + plan + "/tree", null);
                case SCORECARD -> timed(act, name, "GET", Caller.STRATEGY + "/plans/" + plan + "/scorecard", null);
                case ISSUE_WITH_PANEL -> timed(act, name, "GET", "/browse/" + issue(), null);
                case ISSUE_WITHOUT -> timed(act, "outsider", "GET", "/browse/" + issue(), null);
                case TRANSITION -> transition();
                case WRITE -> {
                    String kpi = "/kpis/KPI-" + (1 + random.nextInt(kpis)) + "/actuals/2025-01-31";
                    timed(act, "pmo", "PUT", Caller.STRATEGY + kpi, "{\"value\":" + random.nextInt(100) + "}");
                }
            }
        }

        private String issue() {
            return "SY" + (1 + random.nextInt(projects)) + "-" + (3 + random.nextInt(1_990));
        }

        private void transition() throws IOException, InterruptedException {
            String path = "/rest/api/2/issue/" + issue() + "/transitions";
            HttpResponse<String> ways = send(name, "GET", path, null);
            JsonNode all = Caller.JSON.readTree(ways.body()).path("transitions");
            if (!all.isEmpty()) {
                String way = all.get(random.nextInt(all.size())).get("id").asText();
                timed(Act.TRANSITION, name, "POST", path, "{\"transition\":{\"id\":\"" + way + "\"}}");
            }
        }

        private void timed(Act act, String user, String method, String path, String body)
                throws IOException, InterruptedException {
            long begun = System.nanoTime();
            HttpResponse<String> answer = send(user, method, path, body);
            long took = System.nanoTime() - begun;
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 304) {
                errors.add(act + ": " + answer.statusCode() + " " + answer.body());
                return;
            }
            nanos.get(act).add(took);
            if (answer.statusCode() == 200) {
                whole.get(act).add(took);
            }
        }

        private HttpResponse<String> send(String user, String method, String path, String body)
                throws IOException, InterruptedException {
            String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Basic " + login)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (cookies.containsKey(user)) {
                request.header("Cookie", cookies.get(user));
            }
            if (tags.containsKey(path)) {
                request.header("If-None-Match", tags.get(path)); // as a browser does that has it
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .filter(cookie -> cookie.toUpperCase(Locale.ROOT).startsWith("JSESSIONID"))
                    .ifPresent(cookie -> cookies.put(user, cookie.split(";")[0]));
            if (method.equals("GET")) {
                answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
            }
            return answer;
        }

        private void pause(long least) {
            try {
                Thread.sleep(least
                        + random.nextInt((int) MOST_PAUSE.minus(LEAST_PAUSE).toMillis()));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
