package io.throughline.app.confluence.editor;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.StrategyMacro;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a macro as it would stand on the page for whoever edits it: {@code ?macro=strategy-kpi&kpi=KPI-1}. */
@ConfluenceComponent
public class Previews {
    private final List<StrategyMacro> macros;

    @Inject
    public Previews(List<StrategyMacro> macros) {
        this.macros = List.copyOf(macros);
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StrategyMacro> macro = macros.stream()
                .filter(each -> each.name().equals(request.getParameter("macro")))
                .findFirst();
        if (macro.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Map<String, String> parameters = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
        response.setContentType("text/html");
        response.getWriter().write(macro.get().execute(parameters, "", null));
    }
}
