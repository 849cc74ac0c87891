import type { Query } from '../../shared/search/query.ts'
import type { Desk } from './desk.ts'
import type { DeskWindow } from './parts.ts'
import type { Handlers } from './router.ts'

/** One line a call: which part of the desk does the work. */
export function handlersFor(desk: Desk, window: Pick<DeskWindow, 'showMenu' | 'painted'>): Handlers {
  return {
    'desk.enter': () => desk.enter(),
    'person.set': person => desk.setPerson(person),
    'settings.set': parts => desk.setSettings(parts as Parameters<Desk['setSettings']>[0]),
    'menu.show': async now => {
      window.showMenu(now)
      return null
    },

    'workspace.choose': what => desk.choose(what),
    'workspace.openRecent': ticket => desk.openRecent(ticket),
    'workspace.openSample': () => desk.openSample(),

    'workspace.recall': async ticket => desk.workspace.recall(ticket),
    'workspace.remember': async ({ workspace, ...parts }) =>
      desk.workspace.remember(workspace, parts as Parameters<typeof desk.workspace.remember>[1]),

    'article.open': async ticket => desk.workspace.openArticle(ticket),
    'article.stop': async ticket => desk.workspace.stopArticle(ticket),
    'article.close': async ({ article, offset }) => desk.workspace.closeArticle(article, offset),
    'article.painted': async () => {
      window.painted()
      return null
    },
    'article.create': async ({ text }) => desk.workspace.createArticle(text),
    'article.correct': async ({ article, ...correction }) => desk.workspace.correctArticle(article, correction),
    'stray.follow': async ticket => desk.workspace.follow(ticket),
    'stray.leave': async ticket => desk.workspace.leaveStray(ticket),

    'layer.workOn': async ({ workspace, layer }) => {
      desk.workspace.checked(workspace).workOn(layer)
      return null
    },
    'layer.open': async ticket => desk.workspace.openLayer(ticket),
    'layer.piece': async ({ article, piece }) => desk.workspace.piece(article, piece),
    'layer.decide': async ({ article, decisions }) => desk.workspace.decide(article, decisions),
    'layer.own': async ticket => desk.workspace.ownLayer(ticket),
    'layer.takeOver': async ticket => desk.workspace.takeOver(ticket),
    'copy.look': async input => desk.workspace.lookAtCopy(input),
    'copy.settle': async input => desk.workspace.settleCopy(input),
    'layer.review': async ticket => desk.workspace.review(ticket),
    'layer.record': async ({ article, edit }) => desk.workspace.record(article, edit),
    'history.open': async ticket => desk.workspace.openHistory(ticket),
    'history.piece': async ({ article, piece }) => desk.workspace.historyPiece(article, piece),
    'history.shorten': async ({ article, isTrial }) => desk.workspace.shortenHistory(article, isTrial),
    'history.name': async ({ article, line, name }) => desk.workspace.nameVersion(article, line, name),
    'layers.record': async input => desk.workspace.recordMany(input),
    'layers.cancel': async ({ name }) => desk.workspace.cancelMany(name),
    'codebook.import': () => desk.importCodebook(),
    'codebook.export': () => desk.exportCodebook(),
    'project.record': async ({ workspace, edit }) => desk.workspace.recordProject(workspace, edit),
    'project.mergeGit': async ({ workspace }) => desk.workspace.mergeProject(workspace),
    'project.lookAtCopy': async ({ workspace, copy }) => desk.workspace.lookAtProjectCopy(workspace, copy),
    'facts.encodings': async ticket => desk.workspace.encodings(ticket),
    'facts.record': async ({ article, edit }) => desk.workspace.recordFacts(article, edit),

    'search.run': async ({ name, query, scope }) => desk.workspace.search(name, query as Query, scope),
    'search.prepare': async ({ scope }) => desk.workspace.prepareSearch(scope),
    'search.cancel': async ({ name }) => desk.workspace.cancelSearch(name),

    'export.begin': async ({ workspace }) => desk.workspace.checked(workspace).exporting.begin(),
    'export.weigh': async ({ workspace, asked }) => desk.workspace.checked(workspace).exporting.weigh({ asked }),
    'export.choose': async input => desk.chooseExportTarget(input),
    'export.write': async ({ workspace, ...input }) => desk.workspace.checked(workspace).exporting.write(input),
    'export.cancel': async ({ workspace }) => {
      desk.workspace.checked(workspace).exporting.cancel()
      return null
    },
    'export.show': async ({ workspace }) => {
      desk.workspace.check(workspace)
      desk.showExported()
      return null
    },
    'export.close': async ({ workspace }) => {
      await desk.workspace.checked(workspace).exporting.letGo()
      return null
    },

    'tell.begin': async ({ workspace }) => desk.workspace.checked(workspace).telling.begin(),
    'tell.choose': async input => desk.chooseTellTarget(input),
    'tell.letters': async ({ workspace, ...input }) => desk.workspace.checked(workspace).telling.letters(input),
    'tell.packet': async ({ workspace, ...input }) => desk.workspace.checked(workspace).telling.packet(input),
    'tell.chooseAnswer': async ({ workspace }) => desk.chooseAnswer(workspace),
    'tell.answer': async ({ workspace, ...input }) => desk.workspace.checked(workspace).telling.answer(input),
    'tell.answers': async ({ workspace }) => desk.workspace.checked(workspace).telling.answers(),
    'tell.takeBack': async ({ workspace, id }) => desk.workspace.checked(workspace).telling.takeBack(id),
    'tell.cancel': async ({ workspace }) => {
      desk.workspace.checked(workspace).telling.cancel()
      return null
    },
    'tell.show': async ({ workspace }) => {
      desk.workspace.check(workspace)
      desk.showTold()
      return null
    },
    'tell.close': async ({ workspace }) => {
      await desk.workspace.checked(workspace).telling.letGo()
      return null
    },

    'review.layers': async ({ workspace }) => desk.workspace.checked(workspace).reviewing.layers(),
    'review.run': async input => desk.workspace.checked(input.workspace).reviewing.run(input),
    'review.article': async input => desk.workspace.reviewing.article(input),
    'review.agreed': async input => desk.workspace.checked(input.workspace).reviewing.agreed(input),
    'review.cancel': async ({ workspace, name }) => {
      desk.workspace.checked(workspace).reviewing.cancel(name)
      return null
    },
    'organise.look': async ({ workspace, articles }) => desk.workspace.checked(workspace).lookAtLayers(articles),
    'organise.seal': async ({ workspace, articles }) => desk.workspace.checked(workspace).sealLayers(articles),

    'agreement.begin': async ({ workspace }) => desk.workspace.checked(workspace).agreeing.begin(),
    'agreement.run': async ({ workspace, asked }) => desk.workspace.checked(workspace).agreeing.run({ asked }),
    'agreement.rows': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.rows(input),
    'agreement.look': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.look(input),
    'agreement.figures': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.figures(input),
    'agreement.explain': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.explain(input),
    'agreement.cases': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.cases(input),
    'agreement.gamma': async ({ workspace, ...input }) => desk.workspace.checked(workspace).agreeing.gamma(input),
    'agreement.save': async input => desk.saveAgreement(input),
    'agreement.stopSaving': async ({ workspace }) => {
      desk.workspace.checked(workspace).agreeing.stopSaving()
      return null
    },
    'agreement.stopGamma': async ({ workspace }) => {
      desk.workspace.checked(workspace).agreeing.stopGamma()
      return null
    },
    'agreement.cancel': async ({ workspace }) => {
      desk.workspace.checked(workspace).agreeing.cancel()
      return null
    },
    'agreement.close': async ({ workspace }) => {
      await desk.workspace.checked(workspace).agreeing.letGo()
      return null
    },

    'discussion.article': async input => desk.workspace.discussion.article(input),
    'discussion.questions': async ({ workspace, ...asked }) =>
      desk.workspace.checked(workspace).discussion.questions(asked),
    'discussion.cancel': async ({ workspace, name }) => {
      desk.workspace.checked(workspace).discussion.cancel(name)
      return null
    },

    'bring.choose': input => desk.chooseAnnotations(input),
    'bring.look': async input => desk.workspace.bring.look(input),
    'bring.write': async input => desk.workspace.bring.write(input),
    'bring.takeBack': async input => desk.workspace.bring.takeBack(input),
    'bring.loadMap': input => desk.loadMap(input),
    'bring.saveMap': input => desk.saveMap(input),
    'bring.report': async ({ brought }) => desk.workspace.bring.report(brought),
    'bring.saveReport': input => desk.saveReport(input),
    'bring.cancel': async ({ brought }) => {
      desk.workspace.bring.cancel(brought)
      return null
    },
    'bring.close': async ({ brought }) => {
      await desk.workspace.bring.close(brought)
      return null
    },

    'unpack.choose': ({ workspace }) => desk.chooseArchive(workspace),
    'unpack.open': async ({ article }) => desk.workspace.openArchive(article),
    'unpack.survey': async input => desk.workspace.unpack.survey(input),
    'unpack.write': async input => desk.workspace.unpack.write(input),
    'unpack.cancel': async ({ archive }) => {
      desk.workspace.unpack.cancel(archive)
      return null
    },
    'unpack.close': async ({ archive }) => {
      await desk.workspace.unpack.close(archive)
      return null
    },
  }
}
