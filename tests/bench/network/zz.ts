import { SupplyNetwork, type SupplyLink } from '@herkomst/core';
import { loadRulebook } from '@herkomst/reference';
import { Random } from '../matching/random.ts';
import { makeWorld } from './world.ts';
const random=new Random(7);
const world=makeWorld(400000,120000,1);
const rows=world.lines.map(l=>JSON.parse(l) as SupplyLink);
const rules=(await loadRulebook()).factors['supply.network'];
const n=new SupplyNetwork({rules,asOf:'2026-06-01'});
const starts=Array.from({length:300},()=>random.pick(world.sources));
n.load(()=>{for(const r of rows)n.add(r);for(const c of starts)n.setOrigin(n.addCompany(c),{entityIds:['x'],hsPrefixes:[],region:null,namedElsewhere:false,probability:1,sure:true})});
const t:any=n.taint;
const names=new Set(starts.map(s=>s.name));
const near=random.shuffled(rows.filter(r=>names.has(r.from.name))).slice(0,1500);
const res:any[]=[];
for(const l of near){
  (globalThis as any).C={lost:0,labels:0,arcs:0,push:0};
  const c=process.threadCpuUsage();n.remove(l);const u=process.threadCpuUsage(c);
  n.add(l);
  res.push([(u.user+u.system)/1000,{...(globalThis as any).C},l.kind]);
}
res.sort((a,b)=>b[0]-a[0]);console.log(res.slice(0,8).map(r=>r[0]+r[2]).join('\n'));console.log("p99",res[Math.floor(res.length*.01)][0],"p50",res[res.length>>1][0]);
