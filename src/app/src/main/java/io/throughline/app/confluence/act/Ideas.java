package io.throughline.app.confluence.act;

import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.wiki.OpenPage;
import java.util.Optional;

/** Ideas that readers had about a page, for whoever may see them. */
public interface Ideas {
    /** The words of an idea about that page; empty when there is none that the user may see. */
    Optional<String> words(OpenPage page, int idea, UserProfile user);

    /** An idea became an issue. */
    void became(int idea, String issueUrl);
}
