package io.throughline.app.jira;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import io.throughline.app.jira.StrategyQueries.Answer;
import io.throughline.app.jira.StrategyQueries.Searcher;
import io.throughline.app.web.Languages;
import java.util.Arrays;
import java.util.List;

/**
 * A function that finds work by the strategy. What it refuses is said when a query is validated; a search that was not
 * validated fails with the same words instead of finding too little.
 */
abstract class StrategyFunction extends AbstractJqlFunction {
    private final Languages languages;
    private final int least;
    private final int most;

    StrategyFunction(Languages languages, int least, int most) {
        this.languages = languages;
        this.least = least;
        this.most = most;
    }

    /** What it finds for arguments of the right number. */
    abstract Answer find(List<String> arguments, Searcher searcher);

    @Override
    public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
        MessageSet messages = new MessageSetImpl();
        List<String> given = operand.getArgs();
        if (given.size() < least) {
            messages.addErrorMessage(languages.ofReader().text("throughline.jql.missing", operand.getName()));
            return messages;
        }
        if (given.size() > most) {
            messages.addErrorMessage(
                    languages.ofReader().text("throughline.jql.surplus", operand.getName(), given.get(most)));
            return messages;
        }
        String refusal = find(operand.getArgs(), new Searcher(searcher, false)).refusal();
        if (refusal != null) {
            messages.addErrorMessage(operand.getName() + ": " + refusal);
        }
        return messages;
    }

    @Override
    public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
        Searcher searcher = new Searcher(context.getApplicationUser(), context.isSecurityOverriden());
        Answer answer = find(operand.getArgs(), searcher);
        if (answer.refusal() != null) {
            throw new IllegalStateException(operand.getName() + ": " + answer.refusal());
        }
        return Arrays.stream(answer.ids())
                .mapToObj(id -> new QueryLiteral(operand, id))
                .toList();
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return least;
    }

    @Override
    public JiraDataType getDataType() {
        return JiraDataTypes.ISSUE;
    }
}
