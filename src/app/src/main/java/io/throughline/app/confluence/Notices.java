package io.throughline.app.confluence;

import io.throughline.app.confluence.JiraReply.Jira;
import io.throughline.app.confluence.JiraReply.Reason;
import io.throughline.app.confluence.JiraReply.Refusal;
import io.throughline.app.web.Language;

/** Says in the reader's language why there is no scorecard, and the way to put it right. */
final class Notices {
    private final Language language;

    Notices(Language language) {
        this.language = language;
    }

    NoticeView of(ScorecardQuestion.Unclear unclear) {
        String key = "throughline.macro.unclear." + unclear.what();
        return new NoticeView(
                "tl-warn",
                "▲",
                language.text(key, unclear.value()),
                language.text("throughline.macro.unclear.help"),
                "",
                "");
    }

    NoticeView of(Refusal refusal, String plan) {
        String jira = refusal.jira() == null ? "" : refusal.jira().name();
        String url = refusal.way() == null ? "" : refusal.way().toString();
        return notice(refusal.reason(), plan, jira, refusal.detail(), url);
    }

    NoticeView garbled(Jira jira, String plan) {
        return notice(Reason.GARBLED, plan, jira.name(), "", "");
    }

    private NoticeView notice(Reason reason, String plan, String jira, String detail, String url) {
        boolean jirasFault = switch (reason) {
            case SLOW, DOWN, FAILED, GARBLED -> true;
            default -> false;
        };
        return new NoticeView(
                jirasFault ? "tl-bad" : "tl-warn",
                jirasFault ? "◆" : "▲",
                language.text("throughline.macro.refused." + reason, plan, jira),
                language.text("throughline.macro.refused." + reason + ".help", plan, jira, detail)
                        .strip(),
                url,
                url.isEmpty() ? "" : language.text("throughline.macro.authorise", jira));
    }
}
