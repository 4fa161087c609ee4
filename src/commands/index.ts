import baseline from './baseline.ts';
import init from './init.ts';
import rulesList from './rules/list.ts';
import rulesShow from './rules/show.ts';
import scan from './scan.ts';

/** Every command by its id; oclif loads this one module. */
export default { baseline, init, 'rules:list': rulesList, 'rules:show': rulesShow, scan };
