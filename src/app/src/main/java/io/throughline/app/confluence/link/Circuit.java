package io.throughline.app.confluence.link;

import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Whether one Jira is worth asking. Once it was too slow or could not be reached, nobody asks for a while; then one asks,
 * and what comes of that decides for all. The while is 10 to 20 seconds, by chance, so that the nodes of a cluster do not
 * come back at the same moment.
 */
final class Circuit {
    private static final Duration LEAST = Duration.ofSeconds(10);

    private final Clock clock;
    private final Random random;
    private @Nullable Refusal trouble;
    private Instant again = Instant.MIN;
    private Instant lastAnswer = Instant.MIN;

    Circuit(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    /** Whether to ask now. Where there was trouble, whoever is told yes is the one that tries. */
    synchronized boolean mayAsk() {
        if (trouble == null) {
            return true;
        }
        if (clock.instant().isBefore(again)) {
            return false;
        }
        waitAWhile();
        return true;
    }

    /** What is wrong with Jira, null for nothing. */
    synchronized @Nullable Refusal trouble() {
        return trouble;
    }

    /** Jira said something, whatever it was. */
    synchronized void answered() {
        trouble = null;
        lastAnswer = clock.instant();
    }

    /**
     * Jira did not answer a question.
     *
     * @param askedAt when it was asked: a Jira that answered another question since then is only slow with this one
     */
    synchronized void failed(Refusal refusal, Instant askedAt) {
        if (!lastAnswer.isAfter(askedAt)) {
            trouble = refusal;
            waitAWhile();
        }
    }

    private void waitAWhile() {
        again = clock.instant().plus(LEAST).plusMillis(random.nextInt((int) LEAST.toMillis()));
    }
}
