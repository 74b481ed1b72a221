package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import io.throughline.app.web.Language;
import java.util.Locale;

/** How sentences name an issue. */
final class IssueWords {
    private IssueWords() {}

    /** The name of its type as it stands inside a sentence: English writes it small, German does not. */
    static String type(Issue issue, Language language) {
        String name = issue.getIssueType() == null
                ? language.text("throughline.issue")
                : issue.getIssueType().getName();
        return language.locale().getLanguage().equals("en") ? name.toLowerCase(Locale.ENGLISH) : name;
    }
}
