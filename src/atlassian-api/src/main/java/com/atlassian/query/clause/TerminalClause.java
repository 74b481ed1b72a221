package com.atlassian.query.clause;

import com.atlassian.query.operand.Operand;
import com.atlassian.query.operator.Operator;

/**
 * A single condition: field, operator, operand.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public interface TerminalClause extends Clause {
    Operand getOperand();

    Operator getOperator();
}
