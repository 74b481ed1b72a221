package io.throughline.app.confluence.macro;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import jakarta.inject.Inject;
import java.util.List;

/** Makes the macros known to each other when all of them are made. */
@ConfluenceComponent
public class Introduction {
    @Inject
    public Introduction(List<StrategyMacro> macros, Siblings siblings) {
        siblings.are(macros);
    }
}
