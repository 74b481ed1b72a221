package io.throughline.host.jira.jql;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import io.throughline.host.jira.model.IssueRow;
import java.util.List;

/** {@code everyNth("3")}: the issues whose id is a multiple of three, as a plugin's function would name them. */
final class EveryNth extends AbstractJqlFunction {
    private final JqlWorld world;

    private record Descriptor(String getFunctionName, boolean isList) implements JqlFunctionModuleDescriptor {}

    EveryNth(JqlWorld world) {
        this.world = world;
        init(new Descriptor("everyNth", true));
    }

    @Override
    public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
        return validateNumberOfArgs(operand, 1);
    }

    @Override
    public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
        long divisor = Long.parseLong(operand.getArgs().get(0));
        return world.rows.stream()
                .map(IssueRow::id)
                .filter(id -> id % divisor == 0)
                .map(id -> new QueryLiteral(operand, id))
                .toList();
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return 1;
    }

    @Override
    public JiraDataType getDataType() {
        return JiraDataTypes.ISSUE;
    }
}
