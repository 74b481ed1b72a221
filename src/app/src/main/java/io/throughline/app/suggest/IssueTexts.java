package io.throughline.app.suggest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where texts of issues and names of projects are read. It asks for no permission: who may see what is decided by {@link Suggester}. */
public interface IssueTexts {
    /** The issues that there are, of a few hundred ids at most. */
    List<IssueText> read(Collection<Long> ids);

    /** The name of a project, by Jira's id. */
    Optional<String> projectName(long project);
}
