package io.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way a script would do it: one search per epic, through Jira's REST interface. Asks for a sample of the epics and says
 * what all of them would take.
 */
final class Searches {
    private static final int SAMPLE = 200;
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([A-Z][A-Z0-9_]*-\\d+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String host;
    private final String login;

    /**
     * Asks nothing yet.
     *
     * @param host base address of a running Jira, such as {@code http://localhost:2990/jira}
     * @param login {@code user:password} of somebody who may browse everything
     */
    Searches(String host, String login) {
        this.host = host;
        this.login = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** What all epics would take, by the median of those asked for. */
    Row measure() throws Exception {
        int items = total(ask("order by key", 1));
        String first = ask("issuetype = Epic order by key", SAMPLE);
        List<String> epics = new ArrayList<>();
        for (Matcher key = KEY.matcher(first); key.find(); ) {
            if (!epics.contains(key.group(1))) {
                epics.add(key.group(1));
            }
        }
        if (epics.isEmpty()) {
            throw new IllegalStateException("no epics at " + host);
        }
        int[] next = {0};
        double each = Timing.median(epics.size(), () -> ask("\"Epic Link\" = " + epics.get(next[0]++), 1000));
        return new Row(items, "search", "full", each * total(first), epics.size(), 0);
    }

    private static int total(String answer) {
        Matcher total = TOTAL.matcher(answer);
        if (!total.find()) {
            throw new IllegalStateException("no total in " + answer);
        }
        return Integer.parseInt(total.group(1));
    }

    private String ask(String jql, int most) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(host + "/rest/api/2/search?fields=status,resolution,timeoriginalestimate&maxResults="
                                + most + "&jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8)))
                .header("Authorization", "Basic " + login)
                .timeout(Duration.ofMinutes(1))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(jql + " was answered by " + answer.statusCode());
        }
        return answer.body();
    }
}
