import auditDiff from './audit/diff.ts';
import audit from './audit/index.ts';
import baseline from './baseline.ts';
import explain from './explain.ts';
import image from './image.ts';
import init from './init.ts';
import policyCan from './policy/can.ts';
import policyDiff from './policy/diff.ts';
import policyLint from './policy/lint.ts';
import policyTest from './policy/test.ts';
import policyWhoCan from './policy/who-can.ts';
import rulesList from './rules/list.ts';
import rulesShow from './rules/show.ts';
import rulesTest from './rules/test.ts';
import scan from './scan.ts';

/** Every command by its id; oclif loads this one module. */
export default {
  audit,
  'audit:diff': auditDiff,
  baseline,
  explain,
  image,
  init,
  'policy:can': policyCan,
  'policy:diff': policyDiff,
  'policy:lint': policyLint,
  'policy:test': policyTest,
  'policy:who-can': policyWhoCan,
  'rules:list': rulesList,
  'rules:show': rulesShow,
  'rules:test': rulesTest,
  scan,
};
