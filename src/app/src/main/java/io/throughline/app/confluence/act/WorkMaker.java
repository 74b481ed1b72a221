package io.throughline.app.confluence.act;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.act.Made.Link;
import io.throughline.app.confluence.act.Said.Answer;
import io.throughline.app.confluence.act.Said.Jira;
import io.throughline.app.confluence.act.Said.Reason;
import io.throughline.app.confluence.act.Said.Silence;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an issue in Jira and links it to an objective, as the person who asks, and never twice for one form: the form is claimed in the
 * cluster's database first; when Jira's answer was lost, the issue is looked for by its reference before it is made again.
 */
@ConfluenceComponent
public class WorkMaker {
    /** After that long a claim without an issue is not somebody else at work any more. Longer than a call may take. */
    static final Duration UNDERWAY = Duration.ofSeconds(30);

    private static final String ISSUE = "rest/api/2/issue";
    private static final String LINKS = "rest/throughline/1.0/links";

    private final JiraAsUser jira;
    private final SentForms forms;
    private final Clock clock;

    @Inject
    public WorkMaker(JiraAsUser jira, SentForms forms) {
        this(jira, forms, Clock.systemUTC());
    }

    WorkMaker(JiraAsUser jira, SentForms forms, Clock clock) {
        this.jira = jira;
        this.forms = forms;
        this.clock = clock;
    }

    Made make(NewWork work) {
        Said project = jira.get("rest/api/2/project/" + encoded(work.project()));
        if (project instanceof Silence silence) {
            return new Made.Unknown(silence);
        }
        Answer found = (Answer) project;
        Optional<String> type = type(found.body());
        if (!found.isGood() || type.isEmpty()) {
            return new Made.Refused(found.status(), found.refusal());
        }
        Instant now = clock.instant();
        Optional<SentForms.Sent> before = forms.claim(work.fingerprint(), now);
        return before.isPresent() ? again(work, type.get(), before.get(), now, found.jira()) : create(work, type.get());
    }

    /** The same form once more: after a reload, a second click, or an answer that was lost on the way. */
    private Made again(NewWork work, String type, SentForms.Sent before, Instant now, Jira where) {
        if (before.issue().isPresent()) {
            return linked(before.issue().get(), work, where);
        }
        if (before.at().plus(UNDERWAY).isAfter(now)) {
            return new Made.Underway();
        }
        Said search = jira.get(
                "rest/api/2/search?fields=summary&maxResults=1&jql=" + encoded("text ~ \"" + work.reference() + "\""));
        if (!(search instanceof Answer answer) || !answer.isGood()) {
            // whether it is there is still not known, so it is not made again
            return new Made.Unknown(
                    search instanceof Silence silence ? silence : new Silence(Reason.NO_ANSWER, where, null));
        }
        String there = answer.body().path("issues").path(0).path("key").asText("");
        if (!there.isEmpty()) {
            forms.made(work.fingerprint(), there);
            return linked(there, work, where);
        }
        return forms.takeOver(work.fingerprint(), before.at(), now) ? create(work, type) : new Made.Underway();
    }

    private Made create(NewWork work, String type) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = body.putObject("fields");
        fields.putObject("project").put("key", work.project());
        fields.putObject("issuetype").put("id", type);
        fields.put("summary", work.summary());
        String details = work.details().isEmpty() ? "" : work.details() + "\n\n";
        fields.put("description", details + work.source() + " (" + work.reference() + ")");
        Said said = jira.post(ISSUE, body, Map.of());
        if (said instanceof Silence silence) {
            if (silence.reason() != Reason.NO_ANSWER) {
                forms.release(work.fingerprint());
            }
            return new Made.Unknown(silence);
        }
        Answer answer = (Answer) said;
        String key = answer.body().path("key").asText("");
        if (answer.isGood() && !key.isEmpty()) {
            forms.made(work.fingerprint(), key);
            return linked(key, work, answer.jira());
        }
        if (answer.status() < 500) {
            forms.release(work.fingerprint());
            return new Made.Refused(answer.status(), answer.refusal());
        }
        // a Jira that fails may have made it before it failed
        return new Made.Unknown(new Silence(Reason.NO_ANSWER, answer.jira(), null));
    }

    /** Links it where an objective was asked for. A link that is there already is as good as a new one. */
    private Made linked(String key, NewWork work, Jira where) {
        String url = where.url() + "/browse/" + key;
        if (work.objective().isEmpty()) {
            return new Made.Issue(key, url, Link.NONE, "");
        }
        ObjectNode link = JsonNodeFactory.instance.objectNode().put("objective", work.objective());
        link.putObject("target").put("kind", "ISSUE").put("ref", key);
        Said said = jira.post(LINKS, link, Map.of("Idempotency-Key", work.reference()));
        if (!(said instanceof Answer answer)) {
            return new Made.Issue(key, url, Link.FAILED, "");
        }
        if (answer.isGood() || answer.body().path("code").asText().equals("ALREADY_LINKED")) {
            return new Made.Issue(key, url, Link.LINKED, "");
        }
        return new Made.Issue(key, url, answer.status() == 403 ? Link.NOT_ALLOWED : Link.FAILED, answer.refusal());
    }

    /** A plain task if the project has one, else the first type that stands by itself. */
    private static Optional<String> type(JsonNode project) {
        String first = "";
        for (JsonNode type : project.path("issueTypes")) {
            if (!type.path("subtask").asBoolean()) {
                if (type.path("name").asText().equalsIgnoreCase("Task")) {
                    return Optional.of(type.path("id").asText());
                }
                first = first.isEmpty() ? type.path("id").asText() : first;
            }
        }
        return Optional.of(first).filter(id -> !id.isEmpty());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
