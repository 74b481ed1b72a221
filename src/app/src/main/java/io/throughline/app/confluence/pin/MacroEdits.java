package io.throughline.app.confluence.pin;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.NotShown;
import io.throughline.app.confluence.macro.StoredMacro;
import io.throughline.app.confluence.macro.StrategyMacro;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Changes one macro in the storage format of a page. Reads and writes no page. */
@ConfluenceComponent
public class MacroEdits {
    private final List<StrategyMacro> macros;
    private final Clock clock;

    @Inject
    public MacroEdits(List<StrategyMacro> macros) {
        // the server's day, as Jira has its own: both usually stand in one time zone
        this(macros, Clock.system(ZoneId.systemDefault()));
    }

    MacroEdits(List<StrategyMacro> macros, Clock clock) {
        this.macros = List.copyOf(macros);
        this.clock = clock;
    }

    /**
     * Which macro is meant.
     *
     * @param fingerprint as its frame on the screen has it
     * @param place among those with the same, from 0
     */
    public record Which(String fingerprint, int place) {}

    /**
     * Pins a macro to the day that it shows: its {@code asOf}, or today.
     *
     * @param version of the strategy that was shown, 0 where none is known
     * @return empty when there is no such macro
     */
    public Optional<String> pinned(String storage, Which which, long version) {
        return find(storage, which).map(macro -> {
            String element = storage.substring(macro.start(), macro.end());
            String day = macro.parameters().getOrDefault(StrategyMacro.AS_OF, "");
            String held = day.isBlank()
                    ? macro.with(
                            element, StrategyMacro.AS_OF, LocalDate.now(clock).toString())
                    : element;
            return macro.replacedIn(storage, macro.with(held, StrategyMacro.PINNED, Long.toString(version)));
        });
    }

    /** Lets a pinned macro show the present again. */
    public Optional<String> released(String storage, Which which) {
        return find(storage, which).map(macro -> {
            String element = storage.substring(macro.start(), macro.end());
            return macro.replacedIn(
                    storage, macro.with(macro.with(element, StrategyMacro.AS_OF, ""), StrategyMacro.PINNED, ""));
        });
    }

    /**
     * Puts plain content in the place of a macro: what whoever acts may see in Jira now.
     *
     * @throws NotShown when the macro shows nothing that could be kept
     * @throws IOException when it cannot be rendered
     */
    public Optional<String> frozen(String storage, Which which) throws NotShown, IOException {
        Optional<StoredMacro> found = find(storage, which);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredMacro macro = found.get();
        StrategyMacro shows = macros.stream()
                .filter(each -> each.name().equals(macro.name()))
                .findFirst()
                .orElseThrow();
        return Optional.of(macro.replacedIn(storage, shows.asPageContent(macro.parameters())));
    }

    private Optional<StoredMacro> find(String storage, Which which) {
        List<StoredMacro> same = StoredMacro.in(storage).stream()
                .filter(macro -> macros.stream().anyMatch(each -> each.name().equals(macro.name())))
                .filter(macro -> macro.fingerprint().equals(which.fingerprint()))
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(same.get(Math.min(which.place(), same.size() - 1)));
    }
}
