package io.throughline.app.confluence.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.act.Made.Link;
import io.throughline.app.store.DatabaseForTests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the real engine on H2. */
@Tag("slow")
class WorkMakerTest {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ISSUE = "POST rest/api/2/issue";
    private static final String LINKS = "POST rest/throughline/1.0/links";

    private final LinkedJira jira = new LinkedJira();

    WorkMakerTest() throws Exception {
        jira.answers("GET rest/api/2/project/HR", 200, """
                {"issueTypes":[{"id":"5","name":"Sub-task","subtask":true},{"id":"1","name":"Epic","subtask":false},
                 {"id":"3","name":"Task","subtask":false}]}""");
        jira.answers(ISSUE, 201, "{\"key\":\"HR-7\"}");
        jira.answers(LINKS, 201, "{}");
    }

    @Test
    void anIssueIsMadeAsATaskAndLinked() {
        assertThat(make(NOON, "form-1", "OBJ-1"))
                .isEqualTo(new Made.Issue("HR-7", "https://jira.example/jira/browse/HR-7", Link.LINKED, ""));

        assertThat(jira.sent.get(0)).contains("\"issuetype\":{\"id\":\"3\"}", "\"summary\":\"Hire two\"", "(tl");
        assertThat(jira.sent.get(1))
                .isEqualTo("{\"objective\":\"OBJ-1\",\"target\":{\"kind\":\"ISSUE\",\"ref\":\"HR-7\"}}");
    }

    @Test
    void theSameFormSentAgainMakesNoSecondIssueAndLinksWhatWasNot() {
        jira.answers(LINKS, 500, "{}");
        assertThat(make(NOON, "form-1", "OBJ-1")).extracting("link").isEqualTo(Link.FAILED);

        jira.answers(LINKS, 201, "{}");
        assertThat(make(NOON, "form-1", "OBJ-1")).extracting("link").isEqualTo(Link.LINKED);
        assertThat(times(ISSUE)).isEqualTo(1);

        make(NOON, "form-2", "OBJ-1");
        assertThat(times(ISSUE)).as("another form").isEqualTo(2);
    }

    @Test
    void whenTheAnswerWasLostTheIssueIsLookedForBeforeItIsMadeAgain() {
        jira.answers(ISSUE, 0, "");
        assertThat(make(NOON, "form-1", "")).isInstanceOf(Made.Unknown.class);
        assertThat(make(NOON.plusSeconds(5), "form-1", "")).isInstanceOf(Made.Underway.class);

        String search = "GET rest/api/2/search?fields=summary&maxResults=1&jql=text%20%7E%20%22"
                + work("form-1", "").reference() + "%22";
        jira.answers(search, 503, "");
        assertThat(make(NOON.plusSeconds(60), "form-1", "")).as("not known").isInstanceOf(Made.Unknown.class);

        jira.answers(search, 200, "{\"issues\":[{\"key\":\"HR-9\"}]}");
        assertThat(make(NOON.plusSeconds(60), "form-1", "")).extracting("key").isEqualTo("HR-9");
        assertThat(times(ISSUE)).isEqualTo(1);
    }

    @Test
    void whatIsNowhereToBeFoundIsMadeByOneOfThoseWhoTry() {
        jira.answers(ISSUE, 0, "");
        make(NOON, "form-1", "");
        String reference = work("form-1", "").reference();
        jira.answers(
                "GET rest/api/2/search?fields=summary&maxResults=1&jql=text%20%7E%20%22" + reference + "%22",
                200,
                "{\"issues\":[]}");
        jira.answers(ISSUE, 201, "{\"key\":\"HR-8\"}");

        assertThat(make(NOON.plusSeconds(60), "form-1", "")).extracting("key").isEqualTo("HR-8");
        assertThat(times(ISSUE)).isEqualTo(2);
        SentForms forms = new SentForms(DATABASE.activeObjects());
        assertThat(forms.takeOver(work("form-1", "").fingerprint(), NOON, NOON.plusSeconds(61)))
                .as("taken over already")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "403,'{\"errorMessages\":[\"no right\"],\"code\":\"FORBIDDEN\"}',NOT_ALLOWED",
        "409,'{\"code\":\"ALREADY_LINKED\"}',LINKED",
        "409,'{\"errorMessages\":[\"closed\"],\"code\":\"PLAN_CLOSED\"}',FAILED",
        "404,'{}',FAILED",
        "0,'',FAILED"
    })
    void whatBecameOfTheLinkIsSaid(int status, String body, Link link) {
        jira.answers(LINKS, status, body);

        assertThat(make(NOON, "form-1", "OBJ-1")).extracting("link").isEqualTo(link);
    }

    @Test
    void whatJiraRefusesIsNoIssueAndMayBeSentAgain() {
        jira.answers(ISSUE, 400, "{\"errorMessages\":[],\"errors\":{\"summary\":\"is too long\"}}");
        assertThat(make(NOON, "form-1", "")).isEqualTo(new Made.Refused(400, "summary: is too long"));

        jira.answers(ISSUE, 201, "{\"key\":\"HR-8\"}");
        assertThat(make(NOON, "form-1", "")).extracting("key").isEqualTo("HR-8");
    }

    @Test
    void withoutALinkNothingIsSentAndNothingClaimed() {
        jira.unlinked();

        assertThat(make(NOON, "form-1", "")).isInstanceOf(Made.Unknown.class);
        assertThat(new SentForms(DATABASE.activeObjects())
                        .claim(work("form-1", "").fingerprint(), NOON))
                .isEmpty();
    }

    private Made make(Instant now, String form, String objective) {
        return new WorkMaker(jira.door(), new SentForms(DATABASE.activeObjects()), Clock.fixed(now, ZoneOffset.UTC))
                .make(work(form, objective));
    }

    private static NewWork work(String form, String objective) {
        return new NewWork(form, "pmo", "HR", objective, "Hire two", "", "From the page");
    }

    private long times(String call) {
        return jira.asked.stream().filter(call::equals).count();
    }
}
