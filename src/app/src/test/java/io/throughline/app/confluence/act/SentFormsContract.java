package io.throughline.app.confluence.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every database keeps of forms that were sent. */
abstract class SentFormsContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final SentForms forms = new SentForms(ao());

    abstract ActiveObjects ao();

    @Test
    void aFormIsTakenOnceAndTellsLaterWhatItBecame() {
        assertThat(forms.claim("form", NOON)).isEmpty();
        assertThat(forms.claim("form", LATER)).contains(new SentForms.Sent(NOON, Optional.empty()));

        forms.made("form", "HR-7");

        assertThat(forms.claim("form", LATER)).contains(new SentForms.Sent(NOON, Optional.of("HR-7")));
        assertThat(forms.claim("other", LATER)).isEmpty();
    }

    @Test
    void ofManyClicksAtOnceOneTakesTheForm() throws Exception {
        assertThat(atOnce(() -> forms.claim("form", NOON).isEmpty())).containsOnlyOnce(true);
    }

    @Test
    void aFormWhoseSenderIsGoneIsTakenOverByOne() throws Exception {
        forms.claim("form", NOON);

        assertThat(atOnce(() -> forms.takeOver("form", NOON, LATER))).containsOnlyOnce(true);
        assertThat(forms.claim("form", LATER)).contains(new SentForms.Sent(LATER, Optional.empty()));
    }

    @Test
    void whatBecameAnIssueIsNotTakenOverAndWhatIsReleasedIsFree() {
        forms.claim("form", NOON);
        forms.made("form", "HR-7");
        assertThat(forms.takeOver("form", NOON, LATER)).isFalse();

        forms.release("form");
        assertThat(forms.claim("form", LATER)).isEmpty();
    }

    private static List<Boolean> atOnce(Callable<Boolean> click) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Boolean> answers = new ArrayList<>();
            for (var each : nodes.invokeAll(Collections.nCopies(24, click))) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            nodes.shutdownNow();
        }
    }
}
