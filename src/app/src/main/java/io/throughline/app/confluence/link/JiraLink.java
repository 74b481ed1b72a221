package io.throughline.app.confluence.link;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import io.throughline.app.web.LinkedCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request after another to the linked Jira, as whoever the thread acts for. Bounded in time and size; what Jira does
 * beyond that is a refusal.
 */
final class JiraLink {
    /** The largest body that is read. A scorecard of 2,000 objectives is under 4 MB. */
    static final int LARGEST_BODY = 8 * 1024 * 1024;

    /**
     * From the first byte to the last. Longer than a page waits: what comes too late for one page is there for the next.
     */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(10);
    /** What an older app, or a server that takes no long address, says to several questions. */
    private static final Set<Integer> NO_SUCH_CALL = Set.of(400, 404, 405, 414, 431);

    private static final Logger LOG = LoggerFactory.getLogger(JiraLink.class);

    private final ApplicationLink link;
    private final Jira jira;
    private final Clock clock;

    JiraLink(ApplicationLink link, Clock clock) {
        this.link = link;
        this.jira = new Jira(link.getName(), link.getDisplayUrl());
        this.clock = clock;
    }

    String id() {
        return link.getId().get();
    }

    Jira jira() {
        return jira;
    }

    /**
     * Asks one question or several at once.
     *
     * @param questions paths below the Throughline REST base, already encoded, each with the tag of what the reader has, null
     *     for nothing
     * @return an answer to each
     */
    Map<String, Fetched> get(Map<String, @Nullable String> questions) {
        if (questions.size() > 1) {
            String tags = questions.values().stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
            Fetched all = send(PartsAnswer.path(questions.keySet()), tags.isEmpty() ? null : tags, true);
            if (!(all instanceof Fetched.Apart)) {
                return new PartsAnswer(jira).each(questions.keySet(), all);
            }
        }
        Map<String, Fetched> each = new LinkedHashMap<>();
        Fetched away = null;
        for (Map.Entry<String, @Nullable String> question : questions.entrySet()) {
            Fetched one = away == null ? send(question.getKey(), question.getValue(), false) : away;
            boolean isAway = one instanceof Fetched.None none
                    && none.refusal().reason().meaning() == JiraReply.Meaning.JIRA_AWAY;
            away = isAway ? one : null;
            each.put(question.getKey(), one);
        }
        return each;
    }

    private Fetched send(String path, @Nullable String tag, boolean isMany) {
        return new LinkedCall(
                        Request.MethodType.GET,
                        "rest/throughline/1.0/" + path,
                        TO_CONNECT,
                        TO_READ,
                        tag == null ? Map.of() : Map.of("If-None-Match", tag),
                        null)
                .over(link, new Question(path, clock.instant().plus(LONGEST), isMany));
    }

    private Fetched none(Reason reason, @Nullable URI way, String detail) {
        return new Fetched.None(new Refusal(reason, jira, way, detail));
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException
                    || cause instanceof HttpTimeoutException
                    || cause instanceof TooLong
                    // the platform's own timeouts, by name: which of them exist on Platform 8 is unconfirmed
                    || cause.getClass().getSimpleName().endsWith("TimeoutException")) {
                return true;
            }
        }
        return false;
    }

    private final class Question implements LinkedCall.Outcome<Fetched> {
        private final String path;
        private final Instant end;
        private final boolean isMany;

        Question(String path, Instant end, boolean isMany) {
            this.path = path;
            this.end = end;
            this.isMany = isMany;
        }

        @Override
        public Fetched answered(Response response) throws ResponseException {
            int status = response.getStatusCode();
            if (status == 304) {
                return new Fetched.Unchanged();
            }
            if (isMany && NO_SUCH_CALL.contains(status)) {
                return new Fetched.Apart();
            }
            byte[] body = bytes(response);
            if (status == 200) {
                return JiraWords.isObject(body)
                        ? new Fetched.Answer(body, response.getHeader("ETag"))
                        : none(Reason.GARBLED, null, "");
            }
            JiraWords words = JiraWords.of(body);
            return none(words.reason(status), null, words.detail(status));
        }

        @Override
        public Fetched notAllowedYet(@Nullable URI way) {
            return none(Reason.NOT_AUTHORISED, way, "");
        }

        @Override
        public Fetched notAsPerson() {
            return none(Reason.NO_IMPERSONATION, null, "");
        }

        @Override
        public Fetched failed(Exception why) {
            if (why instanceof TooLarge) {
                return isMany ? new Fetched.Apart() : none(Reason.TOO_LARGE, null, "");
            }
            LOG.info("Jira {} did not answer {}: {}", jira.url(), path, why.toString());
            return none(isTimeout(why) ? Reason.SLOW : Reason.DOWN, null, "");
        }

        private byte[] bytes(Response response) throws ResponseException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] part = new byte[16 * 1024];
            try (InputStream in = response.getResponseBodyAsStream()) {
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    body.write(part, 0, read);
                    if (body.size() > LARGEST_BODY) {
                        throw new TooLarge();
                    }
                    if (clock.instant().isAfter(end)) {
                        throw new TooLong();
                    }
                }
            } catch (IOException e) {
                throw new ResponseException("the body broke off", e);
            }
            return body.toByteArray();
        }
    }

    private static final class TooLong extends ResponseException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("Jira was still sending after " + LONGEST);
        }
    }

    private static final class TooLarge extends ResponseException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is over " + LARGEST_BODY + " bytes");
        }
    }
}
