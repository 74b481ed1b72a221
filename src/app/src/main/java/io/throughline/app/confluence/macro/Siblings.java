package io.throughline.app.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the macros of a page are going to ask. Confluence renders them one after another and tells none of the others; the page's
 * stored body does. A macro that is not found there (in a preview of what is not saved yet, in a template) asks by itself.
 */
@ConfluenceComponent
public class Siblings {
    private static final Logger LOG = LoggerFactory.getLogger(Siblings.class);

    /** Set once, after the macros are made: they need this to be made. */
    private volatile Map<String, StrategyMacro> macros = Map.of();

    @Inject
    public Siblings() {}

    /** Names all macros that there are. */
    public void are(Collection<StrategyMacro> all) {
        macros = all.stream().collect(Collectors.toUnmodifiableMap(StrategyMacro::name, each -> each));
    }

    /** Paths of all questions of the page that is being rendered, each once, in the page's order. */
    List<String> questions(@Nullable ConversionContext context) {
        ContentEntityObject page = context == null ? null : context.getEntity();
        String storage = page == null ? null : page.getBodyAsString();
        if (storage == null || macros.isEmpty()) {
            return List.of();
        }
        Set<String> paths = new LinkedHashSet<>();
        try {
            for (StoredMacro each : StoredMacro.in(storage)) {
                StrategyMacro macro = macros.get(each.name());
                if (macro != null) {
                    questions(macro, each).forEach(question -> paths.add(question.path()));
                }
            }
        } catch (RuntimeException e) {
            // whoever cannot be known asks by itself
            LOG.warn("The macros of a page could not be read", e);
        }
        return new ArrayList<>(paths);
    }

    private static List<Question> questions(StrategyMacro macro, StoredMacro stored) {
        try {
            return macro.questions(new Parameters(stored.parameters()));
        } catch (UnclearParameter saidWhereItStands) {
            return List.of();
        }
    }
}
