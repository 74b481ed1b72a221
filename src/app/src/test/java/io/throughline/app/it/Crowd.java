package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * Many people at once, each logged in, each with a plan of their own interest, doing one thing after another with a pause in
 * between as people make. Keeps how long each took and what went wrong.
 *
 * <p>Two hundred of them do 54,500 things an hour, which is the load that Atlassian's Data Center App Performance Toolkit puts on
 * Jira ({@code concurrency: 200}, {@code total_actions_per_hour: 54500} in its {@code jira.yml}): one thing in 13.2 s each. The toolkit
 * spends most of them on pages of Jira; here all but one in four are Throughline's, and six in a hundred are writes. Beside that,
 * whoever looks at a tree has a page open that asks every two seconds whether it is still the newest, as the page does; the
 * toolkit knows nothing of that, and it is most of what is asked. Without pauses two hundred people would be a queue, and its
 * length all that one measures.
 *
 * <p>Everybody is a browser: it keeps its cookie, takes gzip, and asks for what it has with {@code If-None-Match}.
 */
final class Crowd {
    /** What somebody does, and how often of a hundred times. */
    enum Act {
        PAGE("the host's trivial page", 12),
        TREE("tree", 28),
        POLL("tree, asked again by an open page", 0),
        SCORECARD("scorecard", 15),
        ISSUE("issue page, the panel by turns there and not", 15),
        ISSUE_OF_READER("the same, by readers who do nothing else", 0),
        ISSUE_OF_OUTSIDER("issue page of somebody who may not view strategy", 15),
        TRANSITION("transition", 10),
        WRITE("write of a KPI's value", 5);

        final String words;
        final int often;

        Act(String words, int often) {
            this.words = words;
            this.often = often;
        }
    }

    private static final double ACTIONS_AN_HOUR_EACH = 54_500.0 / 200;
    private static final Duration MEAN_PAUSE = Duration.ofMillis((long) (3_600_000 / ACTIONS_AN_HOUR_EACH));
    /** A page of a tree asks that often while it is looked at. */
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(2);

    /** Who only reads issues asks for the next one after a second: what a panel adds shows in many pages only. */
    private static final Duration BETWEEN_ISSUES = Duration.ofSeconds(1);

    private static final int PLANS = 20;

    private final String url;
    private final int projects;
    private final int kpis;
    private final PanelWindows windows = new PanelWindows();
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

    /**
     * Lets them work, and waits until the last one has ended what they were doing.
     *
     * @param readers how many there are beside the users, who only read issues
     */
    void work(int users, int readers, Duration howLong) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(users + readers);
        long until = System.nanoTime() + howLong.toNanos();
        for (int number = 1; number <= users + readers; number++) {
            Person person = new Person(number);
            boolean isReader = number > users;
            Thread thread = new Thread(
                    () -> {
                        person.work(isReader, until);
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

    /** Where their issue pages count; no window is open unless somebody opens one. */
    PanelWindows windows() {
        return windows;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** How often something was done without an error. */
    int done(Act act) {
        return nanos.get(act).size();
    }

    /**
     * How often something has to be done in a run that shall say anything: a quarter of what they would do were they answered
     * at once. A busy machine still gets there, a crowd that hangs does not.
     */
    static int least(Act act, int users, int readers, Duration howLong) {
        double times = howLong.toMillis() / (double) MEAN_PAUSE.toMillis() * users;
        double unhindered = switch (act) {
            case ISSUE_OF_READER -> howLong.toMillis() / (double) BETWEEN_ISSUES.toMillis() * readers;
            // at least twice while a tree is looked at, even by those who come when the run is about to end
            case POLL -> times * 2 * Act.TREE.often / 100;
            default -> times * act.often / 100;
        };
        return (int) Math.ceil(unhindered / 4);
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
        row(table, "tree asked again, the whole answer", whole.get(Act.POLL));
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
        private final Map<String, String> tags = new HashMap<>();
        private final Map<String, String> cookies = new HashMap<>();

        Person(int number) {
            random = new Random(number);
            name = "crowd" + number;
            plan = "PLAN-" + (1 + number % PLANS);
        }

        void work(boolean isReader, long until) {
            Duration pause = isReader ? BETWEEN_ISSUES : MEAN_PAUSE;
            try {
                Thread.sleep(random.nextInt((int) pause.toMillis())); // not all at once
                while (System.nanoTime() < until) {
                    Act act = isReader ? Act.ISSUE_OF_READER : any();
                    attempt(act);
                    think(pause, act == Act.TREE, until);
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }

        private void attempt(Act act) throws InterruptedException {
            try {
                act(act);
            } catch (IOException | RuntimeException | AssertionError failed) {
                errors.add(act + ": " + failed);
            }
        }

        /** From half the usual time to one and a half; an open tree does not wait for its reader. */
        private void think(Duration pause, boolean isTreeOpen, long until) throws InterruptedException {
            long mean = pause.toMillis();
            long left = mean / 2 + random.nextInt((int) mean);
            while (isTreeOpen && left > BETWEEN_POLLS.toMillis() && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_POLLS.toMillis());
                left -= BETWEEN_POLLS.toMillis();
                attempt(Act.POLL);
            }
            Thread.sleep(Math.min(left, Math.max(0, (until - System.nanoTime()) / 1_000_000)));
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
                case TREE, POLL -> timed(act, name, "GET", Caller.STRATEGY + "/plans/" + plan + "/tree", null);
                case SCORECARD -> timed(act, name, "GET", Caller.STRATEGY + "/plans/" + plan + "/scorecard", null);
                case ISSUE, ISSUE_OF_READER -> {
                    PanelWindows.Window window = windows.now();
                    timed(act, name, "GET", "/browse/" + issue(), null).ifPresent(took -> windows.count(window, took));
                }
                case ISSUE_OF_OUTSIDER -> timed(act, "outsider", "GET", "/browse/" + issue(), null);
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
            JsonNode all =
                    Caller.JSON.readTree(text(send(name, "GET", path, null))).path("transitions");
            if (!all.isEmpty()) {
                String way = all.get(random.nextInt(all.size())).get("id").asText();
                timed(Act.TRANSITION, name, "POST", path, "{\"transition\":{\"id\":\"" + way + "\"}}");
            }
        }

        private OptionalLong timed(Act act, String user, String method, String path, String body)
                throws IOException, InterruptedException {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = send(user, method, path, body);
            long took = System.nanoTime() - begun;
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 304) {
                errors.add(act + ": " + answer.statusCode() + " " + text(answer));
                return OptionalLong.empty();
            }
            nanos.get(act).add(took);
            if (answer.statusCode() == 200) {
                whole.get(act).add(took);
            }
            return OptionalLong.of(took);
        }

        private HttpResponse<byte[]> send(String user, String method, String path, String body)
                throws IOException, InterruptedException {
            String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Basic " + login)
                    .header("Accept-Encoding", "gzip")
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
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .filter(cookie -> cookie.toUpperCase(Locale.ROOT).startsWith("JSESSIONID"))
                    .ifPresent(cookie -> cookies.put(user, cookie.split(";")[0]));
            if (method.equals("GET")) {
                answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
            }
            return answer;
        }

        /** Only what has to be read is unpacked: people have machines of their own for that. */
        private static String text(HttpResponse<byte[]> answer) throws IOException {
            boolean isPacked =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            try (InputStream in = new ByteArrayInputStream(answer.body());
                    InputStream whole = isPacked ? new GZIPInputStream(in) : in) {
                return new String(whole.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
