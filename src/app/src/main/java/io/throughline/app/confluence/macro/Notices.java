package io.throughline.app.confluence.macro;

import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import io.throughline.app.web.Language;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says in the reader's language why a macro is not shown, or not newer, and the way to put it right. */
final class Notices {
    private final Language language;
    private final String macro;

    /** @param macro name in storage format: its parameters have their labels below it */
    Notices(Language language, String macro) {
        this.language = language;
        this.macro = macro;
    }

    NoticeView of(UnclearParameter unclear) {
        String label = language.text("io.throughline.strategy." + macro + ".param." + unclear.parameter() + ".label");
        Serializable[] facts = unclear.facts();
        Serializable[] arguments = new Serializable[facts.length + 1];
        arguments[0] = label;
        System.arraycopy(facts, 0, arguments, 1, facts.length);
        return new NoticeView(
                "tl-warn",
                "▲",
                language.text("throughline.macro.unclear." + unclear.wrong(), arguments),
                language.text("throughline.macro.unclear.help"),
                "",
                "");
    }

    /** @param jira null when it is not known which */
    NoticeView garbled(@Nullable Jira jira) {
        return of(new Refusal(Reason.GARBLED, jira, null, ""), "");
    }

    /** @param lastName how what was asked about was last called, may be empty */
    NoticeView of(Unanswered unanswered, String lastName) {
        boolean isGone = unanswered.reason() == Reason.NOT_FOUND && !lastName.isEmpty();
        String subject = unanswered.subject();
        return of(unanswered.refusal(), isGone ? language.text("throughline.macro.named", subject, lastName) : subject);
    }

    /** @param subject what was asked about, may be empty */
    NoticeView of(Refusal refusal, String subject) {
        String jira = refusal.jira() == null ? "" : refusal.jira().name();
        String url = refusal.way() == null ? "" : refusal.way().toString();
        String key = "throughline.macro.refused." + refusal.reason();
        return new NoticeView(
                isJirasFault(refusal.reason()) ? "tl-bad" : "tl-warn",
                isJirasFault(refusal.reason()) ? "◆" : "▲",
                language.text(key, subject, jira),
                language.text(key + ".help", subject, jira, refusal.detail()).strip(),
                url,
                url.isEmpty() ? "" : language.text("throughline.macro.authorise", jira));
    }

    /** Above a macro that shows the last good copy. */
    NoticeView copy(Refusal instead, Instant readAt) {
        NoticeView why = of(instead, "");
        return new NoticeView(
                "tl-warn",
                "▲",
                why.title(),
                language.text("throughline.macro.copy", language.instant(readAt)),
                why.url(),
                why.action());
    }

    private static boolean isJirasFault(Reason reason) {
        return switch (reason) {
            case SLOW, DOWN, FAILED, TOO_LARGE, GARBLED -> true;
            default -> false;
        };
    }
}
